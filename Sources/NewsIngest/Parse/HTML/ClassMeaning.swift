/// What the names of a page's classes say of what they are put on.
struct ClassMeaning: OptionSet, Sendable {
    let rawValue: UInt32

    init(rawValue: UInt32) { self.rawValue = rawValue }

    private init(bit: UInt32) { rawValue = 1 << bit }

    static let ads = ClassMeaning(bit: 0)
    static let navigation = ClassMeaning(bit: 1)
    static let footer = ClassMeaning(bit: 2)
    static let sidebar = ClassMeaning(bit: 3)
    static let comments = ClassMeaning(bit: 4)
    static let related = ClassMeaning(bit: 5)
    static let share = ClassMeaning(bit: 6)
    static let byline = ClassMeaning(bit: 7)
    static let tags = ClassMeaning(bit: 8)
    static let media = ClassMeaning(bit: 9)
    static let newsletter = ClassMeaning(bit: 10)
    static let paywall = ClassMeaning(bit: 11)
    static let consent = ClassMeaning(bit: 12)
    static let legal = ClassMeaning(bit: 13)
    static let invisible = ClassMeaning(bit: 14)
    static let extras = ClassMeaning(bit: 15)
    static let caption = ClassMeaning(bit: 16)
    /// Rows of other stories that need not have to do with this one.
    static let teasers = ClassMeaning(bit: 20)
    /// Rows of what is read most or is new: stories that have nothing to do with this one.
    static let popular = ClassMeaning(bit: 21)
    /// Not left out: says that something is text.
    static let text = ClassMeaning(bit: 17)
    /// Not left out: says that something is the story's body.
    static let body = ClassMeaning(bit: 18)
    /// Not left out: says that something is a headline.
    static let title = ClassMeaning(bit: 22)
    /// Not left out: the summary between headline and body.
    static let standfirst = ClassMeaning(bit: 19)

    /// Not left out: says that something is an image, maybe with its caption.
    static let image = ClassMeaning(bit: 23)

    /// What is left out of the body.
    static let leftOut: ClassMeaning = [
        .ads, .navigation, .footer, .sidebar, .comments, .related, .share, .byline, .tags, .media, .newsletter,
        .paywall, .consent, .legal, .invisible, .extras, .caption, .teasers, .popular,
    ]

    /// Words of class names by what they say. Names are cut at everything but letters and digits and before capitals
    /// (`ArticleBody__text` is article, body, text); a name of several words here stands for these words in a row.
    ///
    /// From the markup of news pages in general; what each group buys is told in EXTRACTION's table: without comments the
    /// body loses .005 of F1, without captions .002, the others less.
    static let vocabulary: [(ClassMeaning, String)] = [
        (
            .ads,
            """
            ad ads adv advert advertisement advertisements advertising adslot adunit adbox adcontainer adwrapper adsense \
            admanager sponsor sponsors sponsored sponsoring promo promos promotion promotions promoted promobox outbrain \
            taboola teads dfp gpt anzeige anzeigen werbung publicidad publicite pubblicita publicidade reklam reklama \
            reklame annonse annons annonce advertorial partner-content affiliate affiliates shopping product-box \
            buy-button iklan pubads googlead google-ad dianomi nativo mgid revcontent plista
            """
        ),
        (
            .navigation,
            """
            nav navbar navi navigation menu menus submenu breadcrumb breadcrumbs sitemap pagination pager paging skip \
            skiplink skiplinks topbar toolbar masthead offcanvas hamburger toc table-of-contents jump-links jumplinks \
            back-to-top site-header page-links prev-next next-prev post-navigation nav-links subnav subnavigation tabbar
            """
        ),
        (.footer, "footer foot site-footer page-footer colophon bottombar"),
        (
            .sidebar,
            "sidebar side-bar sidebars rail right-rail left-rail aside widget-area secondary-column right-column rightcol"
        ),
        (
            .comments,
            """
            comment comments commenting disqus respond replies livefyre spotim viafoura openweb coral commento kommentar \
            kommentare comentarios comentario commentaires commentaire commenti comentários leserkommentare yorumlar \
            yorum komentarze komentare discussion-list fb-comments comment-list forum-box hyvor talk-embed
            """
        ),
        (
            .related,
            """
            related relateds relatedarticles relatedposts relatednews relatedlinks relatedstories relacionadas \
            relacionados relacionada relacionado recommended recommend recommends recommendation recommendations \
            more-on more-like-this read-more readmore read-also readalso also-read alsoread read-next readnext see-also \
            seealso similar you-may-like you-might-like verwandte mehr-zum-thema inline-related further-reading \
            baca-juga bacajuga lire-aussi lireaussi leggi-anche leggianche tambien yarpp jp-relatedposts crp correlati \
            correlate suggested suggestions suggestion tie-in tiein related-article timeseries
            """
        ),
        (
            .teasers,
            """
            more-stories more-news more-from morenews more-articles more-links teaser teasers teaserlist carousel slider \
            swiper next-article up-next upnext next-post prev-post weitere linkbox link-box link-list linklist onward \
            recirc recirculation story-card article-card news-card post-card card-list zergnet interesting \
            more-content morecontent see-more seemore
            """
        ),
        (
            .popular,
            """
            popular trending most-read mostread most-viewed most-popular mostpopular latest latest-news latestnews \
            top-stories topstories news-list newslist post-list post-grid story-list article-list articles-list
            """
        ),
        (
            .share,
            """
            share shares sharing sharer social socials socialmedia sharebar sharebuttons share-buttons addthis addtoany \
            sharedaddy follow followus follow-us sharetools share-tools shareholic socialbar some-buttons whatsapp-share \
            bookmark bookmarks compartir partager teilen condividi paylas interaction-bar article-actions \
            article-tools print-button action-bar actionbar
            """
        ),
        (
            .byline,
            """
            byline bylines author authors authorbox author-bio authorbio author-box about-author author-info biography \
            written-by autor autoren autore auteur contributor contributors meta metadata postmeta article-meta \
            entry-meta post-meta article-info post-info articleinfo date dates datetime timestamp time pubdate \
            publish-date published published-date publishdate dateline updated last-updated reading-time readingtime \
            read-time readtime time-to-read kicker eyebrow overline topline rubric credits-line editor-note-author \
            reporter journalist penulis yazar
            """
        ),
        (
            .tags,
            """
            tags tag taglist tag-list tagcloud tag-cloud topics topiclist topic-list keywords article-tags articletags \
            post-tags entry-tags categories category-list schlagworte schlagwort etiquetas temas tag-links cat-links \
            labels topic-tags story-tags
            """
        ),
        (
            .media,
            """
            gallery galleries slideshow slideshows lightbox video videos videoplayer video-player player jwplayer \
            brightcove audio audioplayer podcast podcasts infographic thumbnail thumbnails thumb image-gallery \
            photo-gallery photogallery photoswipe media-player bildergalerie fotogalerie fotostrecke
            """
        ),
        (
            .caption,
            """
            caption captions figcaption credit credits photo-credit photocredit image-credit imagecredit image-caption \
            imagecaption wp-caption-text photo-caption photocaption bildunterschrift bildnachweis legende legenda \
            didascalia picture-caption media-caption copyright-text image-copyright img-caption pie-de-foto piefoto \
            image-source photo-source img-credit fotocredit bildquelle
            """
        ),
        (.image, "image images img photo photos picture pictures foto fotos bild bilder imagem imagen immagine"),
        (
            .newsletter,
            """
            newsletter newsletters subscribe subscribes subscription subscriptions signup sign-up mailinglist \
            mailing-list optin opt-in abo abonnement abonnieren subscribe-box mc-embed mailchimp cta call-to-action \
            calltoaction app-promo app-download appdownload download-app donate donation donations support-us membership \
            become-member marketing conversion leadgen
            """
        ),
        (
            .paywall,
            """
            paywall paywalls regwall registration piano tp-container premium-teaser subscriber-only offer offers \
            subscription-wall meteredcontent login-wall loginwall register-wall
            """
        ),
        (
            .consent,
            """
            cookie cookies cookiebar cookiebanner consent gdpr onetrust didomi usercentrics sourcepoint qc-cmp \
            privacy privacy-banner ccpa tcf cookie-notice
            """
        ),
        (.legal, "disclaimer copyright legal terms imprint impressum copyrights license licence"),
        (
            .extras,
            """
            poll polls quiz survey weather stock stocks ticker calendar rating ratings tooltip tooltips popup popups \
            modal modals overlay overlays banner banners alert alerts notification notifications toast search \
            searchbox search-form game games puzzle horoscope widget-title pullquote pull-quote pullquotes breaking \
            scoreboard livescore factbox-links print-info correction-form feedback feedback-form report-error ortho \
            spinner loader loading load-more loadmore preloader placeholder subheader-links login login-form account \
            trust-project trustproject corrections-policy listen listen-button text-to-speech text-resize \
            fontsize font-size translate google-news googlenews source-link sources-list explore hashtag
            """
        ),
        (
            .text,
            "text body content paragraph paragraphs copy story article main richtext rich-text entry post wysiwyg prose"
        ),
        (
            .body,
            """
            article-body articlebody story-body storybody post-content postcontent entry-content article-content \
            articlecontent article-text articletext body-content content-body body-text bodytext body-copy bodycopy \
            article-copy story-content storytext story-text rich-text richtext text-body textbody single-content \
            post-body postbody news-content newscontent detail-text detail-content article-main articulo-cuerpo \
            cuerpo cuerpo-noticia article-paragraphs article-body-text news-body news-text newstext artikel-text \
            article-detail read-content td-post-content main-text article-txt
            """
        ),
        (.title, "title headline headlines titel titre titulo titolo"),
        (
            .standfirst,
            """
            standfirst subtitle sub-title subheadline sub-headline subhead subheading sub-heading deck dek lead lede lid \
            intro introduction summary excerpt description abstract chapo chapeau entradilla sumario sottotitolo \
            sommario vorspann perex ingress manchet anons strapline blurb bajada copete spot headline-sub preamble \
            catenaccio occhiello teaser-text article-summary synopsis leadtext lead-text articlelead
            """
        ),
    ]

    /// Names that say something only when they are a whole class: cut into words, `overflow-hidden` would be hidden.
    static let wholeNames: [(ClassMeaning, String)] = [
        (
            .invisible,
            """
            hidden hide invisible visually-hidden visuallyhidden visually_hidden sr-only sronly u-sr-only is-sr-only \
            screen-reader screen-reader-text screenreader screenreader-only is-hidden u-hidden d-none is_hidden is_blind \
            blind offscreen off-screen nodisplay no-display hidden-text print-only printonly show-for-sr assistive-text \
            u-visually-hidden a11y-hidden accessibility-hidden h-offscreen go-vh vh u-vh visually-hide
            """
        ),
        (.consent, "cmp cmpbox cmp-container cmp-root"),
    ]
}
