/// The words of pages that are not tied to one outlet, in the languages of news.
enum GeneralPhrases {
    static let navigation = [
        "All news", "Home", "Homepage", "Menu", "Search", "Skip to content", "Skip to main content", "Main menu",
        "Log in", "Login", "Sign in", "Register", "Sign up", "My account", "Subscribe", "Subscribe now", "Listen live",
        "Live", "Watch live", "Latest", "Latest news", "Breaking news", "Most read", "Top stories", "Newsletter",
        "Newsletters", "Advertisement", "Advertising", "Sponsored", "Back to top", "Top", "Close", "More", "Read more",
        "Continue reading", "Show more", "Load more", "Next", "Previous", "Print", "Print this page", "Save",
        "Listen to this article", "Listen", "Weather", "E-paper", "Accept all", "Accept", "Accept cookies", "OK",
        "Startseite", "Alle Nachrichten", "Menü", "Suche", "Suchen", "Zum Inhalt springen", "Anmelden", "Abonnieren",
        "Anzeige", "Werbung", "Drucken", "Merken", "Nach oben", "Mehr", "Vorlesen", "Alle akzeptieren",
        "Accueil", "Toutes les actualités", "Rechercher", "Recherche", "Aller au contenu", "Se connecter", "S'abonner",
        "Abonnez-vous", "Je m'abonne",
        "Publicité", "Imprimer", "Tout accepter", "Inicio", "Portada", "Todas las noticias", "Buscar", "Menú",
        "Ir al contenido", "Iniciar sesión", "Suscríbete", "Publicidad", "Imprimir", "Aceptar", "Home page", "Cerca",
        "Tutte le notizie", "Accedi", "Abbonati", "Pubblicità", "Stampa", "Vai al contenuto", "Início", "Pesquisar",
        "Ir para o conteúdo", "Entrar", "Assine", "Publicidade", "Todas as notícias", "Главная", "Все новости", "Поиск",
        "Меню", "Войти", "Реклама", "Подписаться", "Печать", "Лента новостей", "Головна", "Усі новини", "Пошук",
        "Strona główna", "Szukaj", "Zaloguj się", "Reklama", "Wszystkie wiadomości", "Przejdź do treści", "Drukuj",
        "Domů", "Hlavní stránka", "Hledat", "Přihlásit se", "Všechny zprávy", "Přejít k obsahu", "Tisk", "Ana sayfa",
        "Ara", "Giriş yap", "Tüm haberler", "Reklam", "Startpagina", "Zoeken", "Inloggen", "Advertentie", "Naar inhoud",
        "Hem", "Sök", "Logga in", "Annons", "Alla nyheter", "Forside", "Søg", "Annonce", "Forsiden", "Søk", "Annonse",
        "Etusivu", "Haku", "Kirjaudu", "Mainos", "Kezdőlap", "Keresés", "Acasă", "Căutare", "Αρχική", "Αναζήτηση",
        "الرئيسية", "بحث", "القائمة", "إعلان", "تسجيل الدخول", "דף הבית", "חיפוש", "首页", "首頁", "搜索", "登录", "菜单",
        "广告", "トップ", "ホーム", "検索", "ログイン", "広告", "홈", "검색", "로그인", "메뉴", "광고", "Beranda", "Cari",
        "Trang chủ", "Tìm kiếm",
    ]

    static let sharing = [
        "Facebook", "Twitter", "X", "WhatsApp", "Telegram", "LinkedIn", "Email", "E-mail", "Pinterest", "Reddit",
        "Messenger", "Instagram", "YouTube", "VK", "VKontakte", "Viber", "Flipboard", "Copy link", "Tweet", "Pin",
        "Share on Facebook", "Share on Twitter", "Share on X", "Share on WhatsApp", "Share via email", "Share",
        "Share this", "Share this article", "Share this story", "Share article", "Teilen", "Artikel teilen",
        "Auf Facebook teilen", "Auf Twitter teilen", "Link kopieren", "Partager", "Partager cet article",
        "Partager sur Facebook", "Partager sur Twitter", "Copier le lien", "Compartir", "Comparte", "Copiar enlace",
        "Compartir en Facebook", "Compartir en Twitter", "Condividi", "Copia link", "Compartilhar", "Compartilhe",
        "Partilhar", "Copiar link", "Поделиться", "Скопировать ссылку", "ВКонтакте", "Одноклассники", "Поділитися",
        "Udostępnij", "Kopiuj link", "Podziel się", "Sdílet", "Zdieľať", "Sdílet na Facebooku", "Paylaş", "Delen",
        "Deel dit artikel", "Dela", "Dela artikeln", "Del", "Jaa", "Megosztás", "Distribuie", "Κοινοποίηση", "مشاركة",
        "شارك", "שתף", "分享", "シェア", "シェアする", "ツイート", "공유", "공유하기", "Bagikan", "Chia sẻ",
    ]

    static let services = [
        "Reuse this content", "Republish this article", "Follow us", "Newsletter sign-up", "Get our newsletter",
        "Get the newsletter", "Print article",
        "Report an error",
        "Cookie settings", "Manage cookies", "Privacy settings", "Kommentare anzeigen", "Zum Newsletter anmelden",
        "Cookie-Einstellungen", "Gérer les cookies", "Configurar cookies", "Impostazioni cookie", "Folgen Sie uns",
        "Suivez-nous", "Síguenos", "Seguici", "Siga-nos", "Подписывайтесь на нас", "Send", "Text size",
        "Gift this article",
        "Story continues below", "Story continues below advertisement", "Article continues below advertisement",
        "Advertisement - scroll to continue", "Image", "Video",
    ]

    /// First words of lines that are chrome whatever follows.
    static let chromeOpenings = [
        "We use cookies", "This site uses cookies", "This website uses cookies", "Our site uses cookies",
        "By continuing to browse", "By using this site", "Sign up for our", "Sign up to our", "Sign up for the",
        "Subscribe to our", "Subscribe to the", "Get our daily", "Get the latest news", "Follow us on", "Like us on",
        "Download our app", "Download the app", "Join our", "Share this", "Share on", "Click here to subscribe",
        "Already a subscriber", "Support our journalism", "Wir verwenden Cookies", "Diese Website verwendet Cookies",
        "Diese Webseite verwendet Cookies", "Melden Sie sich", "Abonnieren Sie", "Folgen Sie uns auf",
        "Nous utilisons des cookies", "Ce site utilise des", "Inscrivez-vous à", "Abonnez-vous à", "Suivez-nous sur",
        "Recevez notre", "Utilizamos cookies", "Usamos cookies", "Este sitio utiliza", "Este site usa cookies",
        "Este site utiliza", "Suscríbete a", "Suscríbase a", "Síguenos en", "Utilizziamo i cookie",
        "Questo sito utilizza",
        "Questo sito usa", "Iscriviti alla", "Seguici su", "Assine nossa", "Siga-nos no", "Мы используем cookie",
        "Мы используем файлы", "Этот сайт использует", "Подпишитесь на", "Подписывайтесь на", "Читайте нас в",
        "Używamy plików cookie", "Ta strona używa", "Zapisz się do", "Používáme cookies", "Tento web používá",
        "Přihlaste se k", "Bu site çerez", "Wij gebruiken cookies", "Deze site gebruikt", "Deze website gebruikt",
        "Schrijf je in", "Vi använder cookies", "Vi använder kakor", "Vi bruger cookies", "Vi bruker",
        "Käytämme evästeitä", "Sivusto käyttää evästeitä", "Ez az oldal", "Χρησιμοποιούμε cookies", "نستخدم ملفات",
        "Ми використовуємо",
    ]

    /// Headings of readers' comments.
    static let closing = [
        "Comments", "Leave a comment", "Leave a reply", "Post a comment", "Add a comment", "View comments",
        "Show comments", "Join the conversation", "Kommentare", "Kommentieren", "Commentaires",
        "Laisser un commentaire", "Comentarios", "Deja un comentario", "Commenti", "Lascia un commento", "Comentários",
        "Deixe um comentário", "Комментарии", "Оставить комментарий", "Коментарі", "Komentarze", "Dodaj komentarz",
        "Komentáře", "Yorumlar", "Yorum yap", "Reacties", "Kommentarer", "Kommentit", "Hozzászólások", "Comentarii",
        "Σχόλια", "التعليقات", "评论", "コメント", "댓글",
    ]

    /// Lines of footers, which could be headings within a story.
    static let footer = [
        "Community standards", "Discussion", "Terms of use", "Terms of service", "Privacy policy", "Contact us",
        "About us",
        "Contact", "Careers", "Advertise with us", "Sitemap", "Impressum", "Datenschutz", "AGB", "Kontakt",
        "Mentions légales", "Contacto", "Aviso legal", "Política de privacidad", "Contatti", "Política de privacidade",
        "Контакты", "О нас", "Diskuse", "Diskussion", "All rights reserved", "Alle Rechte vorbehalten",
        "Tous droits réservés", "Todos los derechos reservados", "Tutti i diritti riservati",
        "Todos os direitos reservados", "Все права защищены",
    ]

    /// First words of copyright lines.
    static let footerOpenings = [
        "Copyright ©", "Copyright (c)", "(c) Copyright", "All rights reserved", "Alle Rechte vorbehalten",
        "Tous droits réservés", "Todos los derechos", "Tutti i diritti", "Todos os direitos", "Все права защищены",
        "Wszelkie prawa zastrzeżone", "Všechna práva vyhrazena", "Tüm hakları saklıdır", "جميع الحقوق محفوظة",
        "版权所有", "無断転載", "Riproduzione riservata", "Reproduction interdite", "Copyright 19", "Copyright 20",
    ]
}
