/// The commonest function words of the languages written in Latin letters, in lower case; lists of our own.
///
/// Chosen to tell the languages apart, so words that close neighbours spell differently come first in importance.
let latinLanguageWords: [(code: String, words: String)] = [
    (
        "en",
        """
        the of and to in is was for on that with as it by at from are were be has have had this which not but an or
        they his her she he its who will would been said after their when more than also about there we you into over
        what if can could one all no out up other some between before during where while because should
        """
    ),
    (
        "de",
        """
        der die das und in den von zu mit ist des nicht sich auf für im dem ein eine als auch es an werden aus er hat
        dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis
        mehr durch man sein wurde sei gegen ihre wurden kann hatte unter seit wir ich diese beim soll
        """
    ),
    (
        "fr",
        """
        de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son sa ses
        été cette mais comme ou nous leur aux ont elle ces être fait deux même aussi après depuis sans très où entre
        selon était avait ils lui on bien encore contre
        """
    ),
    (
        "es",
        """
        de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta
        entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante según ha fue son está han era
        tras además contra ser dos así hace
        """
    ),
    (
        "it",
        """
        di e il la che in un a per è una sono della con non si del da le dei nel al alla i più anche come ha ma lo gli
        delle dal nella su questo degli ai stato dopo essere tra loro o ed se anni sul dalla hanno due così quando
        molto stata suo sua aveva fra perché già nei ancora
        """
    ),
    (
        "pt",
        """
        de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando
        muito nos já está também só pelo pela até isso foi são entre era depois sem mesmo aos ter seus quem nas me esse
        eles você essa num nem às ainda após segundo têm pelos
        """
    ),
    (
        "nl",
        """
        de het een en van in is dat op te zijn voor met die niet aan er om ook als dan maar bij of uit nog naar door
        over tot wordt heeft worden hij werd wel deze kan hebben ze geen was meer zich zou moet al jaar veel tegen na
        onder tussen hun dit toen haar had
        """
    ),
    (
        "sv",
        """
        och att det i en som på är av för med till den har de inte om ett han men var jag sig från vi så kan när år
        under också efter eller nu där vid mot ska skulle kommer ut får finns vara hade alla mycket än här då blev
        varit bara sin över säger enligt
        """
    ),
    (
        "no",
        """
        og i det er på som en av for at til med de har den ikke et om fra han var å seg men jeg kan så vi ved etter nå
        skal ble mot hun være over ut når vil kommer blir også mellom hadde bare sier får dette noen eller mer opp
        hva går må ifølge
        """
    ),
    (
        "da",
        """
        og i at det er en til på som af for de med den har ikke et der om han var jeg sig men fra vi kan så ved efter nu
        skal blev mod hun være over ud når vil kommer bliver også mellem havde kun siger får dette nogle eller mere op
        hvad går må ifølge blevet
        """
    ),
    (
        "fi",
        """
        ja on ei että se hän oli joka mutta myös kun ovat niin kuin tai sen mukaan olla ole vain jo nyt sekä voi kaikki
        ne tämä mitä jos jotka noin hänen vuonna jälkeen sitä sanoo ollut vielä siitä siinä tämän eikä saa olisi koska
        kanssa ennen vuoden vuotta
        """
    ),
    (
        "pl",
        """
        w i na z się do nie że o jest to po jak za od przez dla ale oraz są który tym ma być co ze roku tego która czy
        jego już które przed było ich był tylko także może był została także też pod podczas przy między bez jej nad
        tak jednak będzie zostały
        """
    ),
    (
        "cs",
        """
        a v se na je že s z do o i to k ve pro za by ale si po jako od jsou ze který jeho byl bylo však podle také už
        při která roku nebo které jen jsem před byla tak až mezi jejich bude kteří má které může být není proti než
        když protože ještě řekl uvedl
        """
    ),
    (
        "sk",
        """
        a v sa na je že s z do o i to k vo pre za by ale si po ako od sú zo ktorý jeho bol bolo však podľa aj už pri
        ktorá roku alebo ktoré len som pred bola tak až medzi ich bude ktorí má môže byť nie proti než keď pretože ešte
        povedal uviedol
        """
    ),
    (
        "hu",
        """
        a az és hogy nem is egy ez meg csak már el volt de ha még mint azt van kell szerint vagy több amely után majd
        pedig lehet minden között sem ki mert akkor lesz ezt ami most nagyon két által mondta lett ne vissza azonban
        illetve során alatt
        """
    ),
    (
        "ro",
        """
        de și în a la cu pe care din că nu un o mai pentru este au fi se al fost sa prin ce sunt dar lui după ale ca
        sau unei acest fiind unui său între fără când doar această despre cele până iar acesta vor ar către va avea
        i-a şi aceasta
        """
    ),
    (
        "hr",
        """
        i u je se na da su za od s o koji iz što to kao ne bi nije ali te biti će po do koja ili bio nakon samo sam prije
        koje tijekom uz sve još kako pri nego također između bez gdje dvije tko uvjeta rekao kazao više godine kod
        tjedna vijeće priopćenju izvijestio mjesto vrijeme
        """
    ),
    (
        "sr",
        """
        i u je se na da su za od sa o koji iz što šta to kao ne bi nije ali a biti će po do koja ili bio nakon posle samo
        sam pre koje tokom uz sve još kako pri nego takođe između bez gde dve ko uslova rekao kazao više godine kod
        nedelje predsednik izjavio saopštenju mesto vreme reč
        """
    ),
    (
        "sl",
        """
        in je v na se da za so ki pa z s bi ne po tudi od iz kot do pri o ter še bo ni sta bil če več lahko med že ali
        leta kar samo pred kako ker kjer zaradi vse bila bilo jih biti brez ko njegov tako zdaj dve letu proti
        povedal dejal
        """
    ),
    (
        "tr",
        """
        ve bir bu da de için ile çok olarak olan en daha gibi ne kadar sonra ise o var ama göre değil her şu ki mi
        tarafından olduğu olduğunu yeni iki büyük dedi ya hem veya önce kendi ancak üzerine karşı bunun son oldu olduğu
        arasında etti yıl
        """
    ),
    (
        "az",
        """
        və bu bir ilə üçün də da ki o olan daha sonra görə edib olub olaraq deyil çox hər kimi isə onun qədər bildirib
        olunub ən amma ancaq öz həm ya tərəfindən yeni ölkə edir var iki onlar artıq haqqında üzrə ildə
        """
    ),
    (
        "lt",
        """
        ir yra į iš kad su buvo tai ne bet kaip per apie už po nuo o bus jo dėl taip pat arba jau tik prie jos ar dar
        metų kai jų kurie buvo šio būti gali savo ši iki metu tarp prieš jis kuris bei sakė pasak
        """
    ),
    (
        "lv",
        """
        un ir par no kas ar tika uz bet kā arī lai nav pēc vai bija šo ka tiek pie līdz gan to viņš tas tā ja šī savu
        kura gada laikā var gadā viņa jau būs ko tikai kad kurā vairāk būt tomēr starp pirms teica norādīja
        """
    ),
    (
        "et",
        """
        ja on ei et oli see kui ka mis ning aga oma selle tema seda kes või ta välja siis pärast veel nii kuid ma pole
        olid juba peale üle olla aasta kõik mida ole nende võib tuleb vaid teda said ütles sõnul enne alates
        """
    ),
    (
        "vi",
        """
        và của là có được trong cho không các một với người những để đã này đến khi từ tại về theo nhiều sẽ cũng vào
        trên như đó ông ra năm bị sau phải làm đang nước lại còn hơn rằng nhưng việc do tôi chỉ nếu
        """
    ),
    (
        "id",
        """
        yang dan di untuk dengan dari ini itu dalam pada tidak akan oleh ke telah adalah juga karena bisa ada tersebut
        mengatakan sebagai sementara dia kata lebih saat kepada para tahun mereka kami bahwa sudah setelah menjadi
        namun hanya serta secara antara seperti atau saya
        """
    ),
    (
        "ms",
        """
        yang dan di untuk dengan dari ini itu dalam pada tidak akan oleh ke telah adalah juga kerana boleh ada tersebut
        berkata sebagai manakala beliau kata lebih ketika kepada para tahun mereka kami bahawa sudah selepas menjadi
        namun hanya serta secara antara seperti atau saya ialah iaitu turut bagi daripada dua
        """
    ),
    (
        "ca",
        """
        de la el i que a els les en un per una amb del no es al ha són com més però seu seva dels també aquest aquesta
        ser entre fins sobre han va ja molt després on segons quan des ens hi tot perquè pel això
        """
    ),
    (
        "gl",
        """
        de a o que e do da en un para con non unha os no se na por máis as dos como pero ao el das seu súa ou cando moi
        xa está tamén só polo pola ata foi son entre despois sen ter seus nas esta segundo desde
        """
    ),
    (
        "sq",
        """
        dhe në e të i për me nga se një që është ka si do më nuk u por janë ishte kjo ky kanë edhe duke pas këtë deri tha
        gjatë mund ose vetëm sipas ndërsa kur ku çdo
        """
    ),
    (
        "is",
        """
        og að í á er sem var til með um en ekki við það hann fyrir af hefur því eru verið hún þar eftir frá ég þeir hafa
        sé þá eða þetta voru svo upp úr
        """
    ),
    (
        "af",
        """
        die en van in is het wat nie om te met vir op dat sy hy as aan was 'n ook by deur maar sal hulle kan uit word
        na hierdie meer tot nog oor wees hom ons gesê
        """
    ),
    (
        "sw",
        """
        na ya wa kwa ni katika la kuwa za hii cha hiyo huo kama baada yake alisema lakini pia wake hayo watu mwaka
        huyo wengi ambao ambayo hilo kutoka
        """
    ),
]

/// The same for the languages that share the Cyrillic, Arabic, Devanagari and Hebrew letters with others.
let otherLanguageWords: [(code: String, words: String)] = [
    (
        "ru",
        """
        и в не на что он с как по это из но для его за от так то же все было был при или если до они сообщил также
        который была быть она года у к о об во со после этом были более может уже только их ее которые чтобы когда через
        между будет сказал заявил
        """
    ),
    (
        "uk",
        """
        і в не на що він з як за це із але для його від так то все було був при або якщо до вони також який була бути
        вона року у та й про зі після цьому були більше може вже тільки їх її які щоб коли є під час повідомив
        """
    ),
    (
        "bg",
        """
        и в не на че той с как по това от но за неговата така то са се да ще беше бил при или ако до те също който
        била бъде тя година към след между през може вече само им си които когато е като повече съобщи заяви един още
        """
    ),
    (
        "sr",
        """
        и у је се на да су за од са о који из што шта то као не би није али бити ће по до која или био после само сам
        пре које током уз све још како при него такође између без где две рекао изјавио више године код
        """
    ),
    (
        "mk",
        """
        и во не на дека тој со како по тоа од но за него така се да ќе беше бил при или ако до тие исто кој била биде
        таа година кон меѓу преку може веќе само нив си кои кога е повеќе ги го рече
        """
    ),
    (
        "be",
        """
        і ў не на што ён з як па гэта але для яго за ад так усё было быў пры або калі да яны таксама які была быць яна
        года у к пра пасля гэтым былі больш можа ўжо толькі іх яе якія каб
        """
    ),
    (
        "kk",
        """
        және мен бұл үшін да де бір деп екі болып болды туралы бойынша қазақстан оның осы сондай ақ ол кейін жылы жаңа
        емес деген арқылы бар керек барлық біз олар сол дейін қарай туған айтты
        """
    ),
    (
        "ar",
        """
        في من على إلى أن عن التي الذي هذا هذه مع كان ما لا بعد قال كما بين وقد ذلك أنه كل قبل حتى لم خلال عند منذ أو
        وفي كانت أكثر ومن حول غير وأن هو هي
        """
    ),
    (
        "fa",
        """
        در از به که را این با است برای آن یک بر تا هم خود شده کرد اما شد ها های می بود گفت کرده نیز باید دارد پس پیش
        بین آنها هر ما او روز سال یا اگر نمی
        """
    ),
    (
        "ur",
        """
        کے کی میں ہے کا سے اور کو نے کہ پر ہیں یہ اس کر ہو بھی تھا جو ایک کیا گیا تو ان نہیں لیے کہا بعد تھے وہ ساتھ
        تھی رہے تک جس دیا ہوئے
        """
    ),
    (
        "hi",
        """
        के में की है और से को का ने पर कि हैं यह कर एक भी इस नहीं तो ही था लिए हो जो कहा गया बाद तक अपने थे ने किया वह
        रहे उन साथ कुछ रहा
        """
    ),
    (
        "mr",
        """
        आहे या आणि च्या ने ला केली हे असून आहेत मध्ये होते केले झाली म्हणून करण्यात त्या होता आले पण काही येथे
        """
    ),
    (
        "ne",
        """
        छ र को मा ले गरेको पनि भएको छन् गर्न तथा हो लाई भने थियो गर्ने बाट अनुसार उनले बताए
        """
    ),
    ("he", "של את על לא עם זה כי הוא גם או אל היא אם כל יותר אחרי אך היה"),
    ("yi", "און די אין איז פון דער צו נישט מיט האט"),
]
