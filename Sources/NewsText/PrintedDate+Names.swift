/// The words that dates are printed with. All keys are folded by `foldedKey`.
enum PrintedDateNames {
    /// The number of a month by its name or abbreviation.
    static func month(_ word: String) -> Int? { months[word] }

    /// Minutes east of UTC by the zone's abbreviation.
    static func zone(_ word: String) -> Int? { zones[word] }

    /// US zones whose offset depends on the date, as offsets in winter.
    static func seasonalZone(_ word: String) -> Int? { seasonalZones[word] }

    /// Whether `word` may stand between a date and its time, or between the parts of a date.
    static func isConnector(_ word: String) -> Bool { connectors.contains(word) }

    private static let months: [String: Int] = {
        // Twelve groups a language, January first; blanks separate spellings.
        let languages = [
            "january jan,february feb febr,march mar,april apr,may,june jun,july jul,august aug,september sep sept,october oct,november nov,december dec",
            "januar jänner jan jän,februar feber feb,märz mrz mär,april apr,mai,juni jun,juli jul,august aug,september sep sept,oktober okt,november nov,dezember dez",
            "janvier janv,février févr fév,mars,avril avr,mai,juin,juillet juil,août,septembre sept,octobre oct,novembre nov,décembre déc",
            "enero ene,febrero feb,marzo mar,abril abr,mayo may,junio jun,julio jul,agosto ago,septiembre setiembre sept sep,octubre oct,noviembre nov,diciembre dic",
            "gennaio gen,febbraio feb,marzo mar,aprile apr,maggio mag,giugno giu,luglio lug,agosto ago,settembre set sett,ottobre ott,novembre nov,dicembre dic",
            "janeiro jan,fevereiro fev,março mar,abril abr,maio mai,junho jun,julho jul,agosto ago,setembro set,outubro out,novembro nov,dezembro dez",
            "januari jan,februari feb,maart mrt,april apr,mei,juni jun,juli jul,augustus aug,september sep,oktober okt,november nov,december dec",
            "januari,februari,mars,april,maj,juni,juli,augusti aug,september,oktober,november,december",
            "januar,februar,marts,april,maj,juni,juli,august,september,oktober,november,december",
            "januar,februar,mars,april,mai,juni,juli,august,september,oktober,november,desember des",
            "tammikuuta tammikuu,helmikuuta helmikuu,maaliskuuta maaliskuu,huhtikuuta huhtikuu,toukokuuta toukokuu,kesäkuuta kesäkuu,heinäkuuta heinäkuu,elokuuta elokuu,syyskuuta syyskuu,lokakuuta lokakuu,marraskuuta marraskuu,joulukuuta joulukuu",
            "stycznia styczeń sty,lutego luty lut,marca marzec,kwietnia kwiecień kwi,maja maj,czerwca czerwiec cze,lipca lipiec lip,sierpnia sierpień sie,września wrzesień wrz,października październik paź,listopada listopad lis,grudnia grudzień gru",
            "ledna leden,února únor,března březen,dubna duben,května květen,června červen,července červenec,srpna srpen,září,října říjen,listopadu listopad,prosince prosinec",
            "januára január,februára február,marca marec,apríla apríl,mája máj,júna jún,júla júl,augusta august,septembra september,októbra október,novembra november,decembra december",
            "января январь янв,февраля февраль фев февр,марта март мар,апреля апрель апр,мая май,июня июнь июн,июля июль июл,августа август авг,сентября сентябрь сен сент,октября октябрь окт,ноября ноябрь ноя нояб,декабря декабрь дек",
            "січня січень січ,лютого лютий лют,березня березень бер,квітня квітень кві квіт,травня травень тра трав,червня червень чер черв,липня липень лип,серпня серпень сер серп,вересня вересень вер,жовтня жовтень жов жовт,листопада листопад,грудня грудень гру груд",
            "януари,февруари,март,април,май,юни,юли,август,септември,октомври,ноември,декември",
            "јануар јануара,фебруар фебруара,март марта,април априла,мај маја,јун јуна,јул јула,август августа,септембар септембра,октобар октобра,новембар новембра,децембар децембра",
            "januar januara,februar februara,mart marta,april aprila,maj maja,jun juna,jul jula,avgust avgusta,septembar septembra,oktobar oktobra,novembar novembra,decembar decembra",
            "siječnja siječanj,veljače veljača,ožujka ožujak,travnja travanj,svibnja svibanj,lipnja lipanj,srpnja srpanj,kolovoza kolovoz,rujna rujan,,studenoga studenog studeni,prosinca prosinac",
            "ianuarie ian,februarie feb,martie mar,aprilie apr,mai,iunie iun,iulie iul,august aug,septembrie sept,octombrie oct,noiembrie noi nov,decembrie dec",
            "január jan,február febr feb,március márc,április ápr,május máj,június jún,július júl,augusztus aug,szeptember szept,október okt,november nov,december dec",
            "ocak oca,şubat şub,mart mar,nisan nis,mayıs may,haziran haz,temmuz tem,ağustos ağu,eylül eyl,ekim eki,kasım kas,aralık ara",
            "ιανουαρίου ιανουάριος ιαν,φεβρουαρίου φεβρουάριος φεβ,μαρτίου μάρτιος μαρ,απριλίου απρίλιος απρ,μαΐου μάιος μαι,ιουνίου ιούνιος ιουν,ιουλίου ιούλιος ιουλ,αυγούστου αύγουστος αυγ,σεπτεμβρίου σεπτέμβριος σεπ,οκτωβρίου οκτώβριος οκτ,νοεμβρίου νοέμβριος νοε,δεκεμβρίου δεκέμβριος δεκ",
            "يناير,فبراير,مارس,أبريل ابريل إبريل,مايو,يونيو يونيه,يوليو يوليه,أغسطس,سبتمبر,أكتوبر,نوفمبر,ديسمبر",
            "كانون_الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين_الأول,تشرين_الثاني,كانون_الأول",
            "ژانویه,فوریه,مارس,آوریل,مه,ژوئن,ژوئیه,اوت,سپتامبر,اکتبر,نوامبر,دسامبر",
            "ינואר בינואר,פברואר בפברואר,מרץ במרץ,אפריל באפריל,מאי במאי,יוני ביוני,יולי ביולי,אוגוסט באוגוסט,ספטמבר בספטמבר,אוקטובר באוקטובר,נובמבר בנובמבר,דצמבר בדצמבר",
            "जनवरी,फ़रवरी फरवरी,मार्च,अप्रैल,मई,जून,जुलाई,अगस्त,सितंबर सितम्बर,अक्टूबर अक्तूबर,नवंबर नवम्बर,दिसंबर दिसम्बर",
            "জানুয়ারি,ফেব্রুয়ারি,মার্চ,এপ্রিল,মে,জুন,জুলাই,আগস্ট,সেপ্টেম্বর,অক্টোবর,নভেম্বর,ডিসেম্বর",
            "januari,februari,maret,april,mei,juni,juli,agustus agu,september,oktober,november nopember,desember",
            "gener,febrer,març,abril,maig,juny,juliol,agost,setembre,octubre,novembre,desembre",
            "jaanuar,veebruar,märts,aprill,mai,juuni,juuli,august,september,oktoober,november,detsember",
        ]
        var numbers: [String: Int] = [:]
        for language in languages {
            for (index, names) in language.split(separator: ",", omittingEmptySubsequences: false).enumerated() {
                for name in names.split(separator: " ") {
                    let key = foldedKey(name.replacingUnderscores())
                    if numbers[key] == nil { numbers[key] = index + 1 }
                }
            }
        }
        return numbers
    }()

    private static let zones: [String: Int] = folded([
        "gmt": 0, "utc": 0, "z": 0, "wet": 0, "bst": 60, "west": 60, "cet": 60, "mez": 60, "met": 60, "cest": 120,
        "mesz": 120, "mest": 120, "eet": 120, "sast": 120, "cat": 120, "eest": 180, "msk": 180, "мск": 180, "trt": 180,
        "eat": 180,
        "idt": 180, "wat": 60, "gst": 240, "pkt": 300, "ist": 330, "npt": 345, "ict": 420, "wib": 420, "sgt": 480,
        "hkt": 480, "awst": 480, "jst": 540, "kst": 540, "acst": 570, "aest": 600, "acdt": 630, "aedt": 660,
        "nzst": 720, "nzdt": 780, "ast": -240, "adt": -180, "est": -300, "edt": -240, "cst": -360, "cdt": -300,
        "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "akst": -540, "akdt": -480, "hst": -600, "brt": -180,
        "art": -180, "clt": -240, "ndt": -150, "nst": -210,
    ])

    private static let seasonalZones: [String: Int] = folded(["et": -300, "ct": -360, "mt": -420, "pt": -480])

    private static let connectors: Set<String> = Set(
        """
        at um kl klo clock a à á às as las la le les los alle ore o ob om um uur uhr v ve в о у u na il el de del du of \
        do the den der am on um zum saat saati ώρα στις στη os das dos d' den d den den hrs hs h heures hora horas г р \
        года году року roku rok r godz godzina година годину godine године lúc الساعة في בשעה שעה klokka klockan
        """.split(separator: " ").map { foldedKey(String($0)) })

    /// Whether `word` names a day of the week, in full or short.
    static func isWeekday(_ word: String) -> Bool { weekdays.contains(word) }

    private static let weekdays: Set<String> = Set(
        """
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun montag \
        dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so lundi mardi mercredi jeudi \
        vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì \
        venerdì sabato domenica segunda terça quarta quinta sexta feira maandag dinsdag woensdag donderdag vrijdag \
        zaterdag zondag måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag maanantai \
        tiistai keskiviikko torstai perjantai lauantai sunnuntai poniedziałek wtorek środa czwartek piątek sobota \
        niedziela pondělí úterý středa čtvrtek pátek neděle понедельник вторник среда четверг пятница суббота \
        воскресенье понеділок вівторок середа четвер субота неділя pazartesi salı çarşamba perşembe cuma cumartesi \
        pazar luni marți miercuri joi vineri sâmbătă duminică hétfő kedd szerda csütörtök péntek szombat vasárnap \
        δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت \
        الأحد 월요일 화요일 수요일 목요일 금요일 토요일 일요일 senin selasa rabu kamis jumat sabtu minggu
        """.split(separator: " ").map { foldedKey(String($0)) })

    private static func folded(_ table: [String: Int]) -> [String: Int] {
        Dictionary(table.map { (foldedKey($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    }
}

extension Substring {
    fileprivate func replacingUnderscores() -> String { String(map { $0 == "_" ? " " : $0 }) }
}
