import NewsText
import Testing

@Suite("Languages")
struct LanguageTests {
    @Test(
        "The language of a sentence is known",
        arguments: [
            ("en", "The council said on Monday that the bridge over the river will be closed for two weeks."),
            ("en", "According to the statement, forces have carried out strikes in the mountains."),
            ("de", "Der Stadtrat hat am Montag beschlossen, dass die Brücke über den Fluss gesperrt wird."),
            ("de", "Die Polizei sucht nach einem Mann, der seit Tagen nicht nach Hause kam."),
            ("fr", "Le conseil municipal a décidé lundi que le pont sur la rivière sera fermé pendant deux semaines."),
            ("es", "El ayuntamiento decidió el lunes que el puente sobre el río estará cerrado durante dos semanas."),
            ("it", "Il consiglio comunale ha deciso lunedì che il ponte sul fiume sarà chiuso per due settimane."),
            ("pt", "A câmara decidiu na segunda-feira que a ponte sobre o rio não vai abrir durante duas semanas."),
            ("nl", "De gemeenteraad heeft maandag besloten dat de brug over de rivier twee weken gesloten wordt."),
            ("sv", "Kommunen beslutade på måndagen att bron över floden ska vara stängd i två veckor."),
            ("no", "Kommunen besluttet på mandag at broen over elven skal være stengt i to uker etter flommen."),
            (
                "da",
                "Kommunen besluttede mandag, at broen over floden skal være lukket i to uger efter stormen af året."
            ),
            ("fi", "Kaupunki päätti maanantaina, että joen ylittävä silta on suljettu, koska se ei ole kunnossa."),
            ("pl", "Rada miasta zdecydowała w poniedziałek, że most przez rzekę będzie zamknięty przez dwa tygodnie."),
            (
                "cs",
                "Zastupitelstvo v pondělí rozhodlo, že most přes řeku bude dva týdny uzavřen, protože není bezpečný."
            ),
            (
                "sk",
                "Zastupiteľstvo v pondelok rozhodlo, že most cez rieku bude dva týždne zatvorený, pretože sa opravuje."
            ),
            ("hu", "A városi tanács hétfőn úgy döntött, hogy a folyó feletti híd két hétig zárva lesz."),
            ("ro", "Consiliul local a decis luni că podul de peste râu va fi închis pentru două săptămâni."),
            (
                "hr",
                "Gradsko vijeće odlučilo je u ponedjeljak da će most preko rijeke biti zatvoren dva tjedna, rekao je."
            ),
            (
                "sr",
                "Gradsko veće je odlučilo u ponedeljak da će most preko reke biti zatvoren dve nedelje, izjavio je."
            ),
            ("sr", "Градско веће је одлучило у понедељак да ће мост преко реке бити затворен две недеље."),
            ("sl", "Mestni svet je v ponedeljek odločil, da bo most čez reko zaprt dva tedna, ker ni več varen."),
            ("bg", "Общинският съвет реши в понеделник, че мостът над реката ще бъде затворен за две седмици."),
            ("ru", "Городской совет решил в понедельник, что мост через реку будет закрыт на две недели."),
            ("uk", "Міська рада вирішила в понеділок, що міст через річку буде закритий на два тижні."),
            (
                "tr",
                "Belediye meclisi pazartesi günü nehir üzerindeki köprünün iki hafta için kapalı olacağını açıkladı."
            ),
            (
                "az",
                "Şəhər şurası bazar ertəsi çayın üzərindəki körpünün iki həftə bağlı olacağını bildirib və bu da belə."
            ),
            ("el", "Το δημοτικό συμβούλιο αποφάσισε τη Δευτέρα ότι η γέφυρα θα κλείσει για δύο εβδομάδες."),
            ("ar", "قرر المجلس البلدي يوم الاثنين إغلاق الجسر على النهر لمدة أسبوعين بعد الفيضانات التي ضربت المدينة."),
            ("fa", "شورای شهر روز دوشنبه تصمیم گرفت که پل روی رودخانه را برای دو هفته ببندد و این خبر را اعلام کرد."),
            ("he", "מועצת העיר החליטה ביום שני כי הגשר מעל הנהר לא ייפתח עם סיום העבודות של השבוע."),
            ("he", "המגדלור נמכר בשקל סמלי אחד לעמותת תושבים."),
            ("ur", "شہر کی کونسل نے پیر کو فیصلہ کیا کہ دریا پر پل دو ہفتوں کے لیے بند رہے گا۔"),
            ("hi", "नगर परिषद ने सोमवार को फैसला किया कि नदी पर बना पुल दो सप्ताह के लिए बंद रहेगा।"),
            ("bn", "নগর পরিষদ সোমবার সিদ্ধান্ত নিয়েছে যে নদীর সেতু দুই সপ্তাহ বন্ধ থাকবে।"),
            ("ta", "ஆற்றின் மீதுள்ள பாலம் இரண்டு வாரங்களுக்கு மூடப்படும் என்று நகர சபை அறிவித்தது."),
            ("th", "สภาเมืองมีมติเมื่อวันจันทร์ให้ปิดสะพานข้ามแม่น้ำเป็นเวลาสองสัปดาห์"),
            ("vi", "Hội đồng thành phố đã quyết định đóng cửa cây cầu trong hai tuần để sửa chữa."),
            ("id", "Dewan kota mengatakan pada hari Senin bahwa jembatan itu akan ditutup karena tidak bisa dilewati."),
            (
                "ms",
                "Majlis bandar raya berkata pada hari Isnin bahawa jambatan itu akan ditutup kerana ia tidak selamat."
            ),
            ("ja", "市議会は月曜日、川に架かる橋を二週間閉鎖することを決めた。"),
            ("ko", "시의회는 월요일 강을 가로지르는 다리를 2주 동안 폐쇄하기로 결정했다."),
            ("zh", "市议会星期一决定，河上的桥梁将关闭两周。"),
            ("ka", "საკრებულომ ორშაბათს გადაწყვიტა, რომ მდინარეზე ხიდი ორი კვირით დაიკეტება."),
            ("hy", "Քաղաքային խորհուրդը երկուշաբթի որոշեց փակել գետի վրայի կամուրջը երկու շաբաթով։"),
            ("kk", "Қалалық кеңес дүйсенбі күні өзен үстіндегі көпірді екі аптаға жабу туралы шешім қабылдады."),
            (
                "lt",
                "Miesto taryba pirmadienį nusprendė, kad tiltas per upę bus uždarytas dvi savaites, nes yra pavojingas."
            ),
            ("lv", "Pilsētas dome pirmdien nolēma, ka tilts pār upi būs slēgts divas nedēļas, jo tas nav drošs."),
            (
                "et",
                "Linnavolikogu otsustas esmaspäeval, et sild üle jõe on kaks nädalat suletud, kuid ka siis ei ole see hea."
            ),
        ])
    func sentence(language: String, text: String) {
        #expect(detectedLanguage(of: text) == language)
    }

    @Test(
        "Short texts with common words are enough",
        arguments: [
            ("en", "This is what they said about it."),
            ("de", "Das ist nicht das, was wir wollten."),
            ("fr", "Ce n'est pas ce que nous avons dit."),
            ("ru", "Это не то, что он сказал."),
            ("es", "Esto no es lo que ellos dijeron, pero así fue."),
            ("pl", "To nie jest to, co się stało."),
        ])
    func shortText(language: String, text: String) {
        #expect(detectedLanguage(of: text) == language)
    }

    @Test("The language most of the text is in wins")
    func mixedText() {
        let text = "The minister said that it was “la fin de la guerre” and that they would not be there again."
        #expect(detectedLanguage(of: text) == "en")
        #expect(detectedLanguage(of: "По словам Apple Inc. и Microsoft Corp., это не было решено на встрече.") == "ru")
    }

    @Test(
        "Names, numbers and short texts have no language",
        arguments: [
            "", "1234 5678", "Angela Merkel, Emmanuel Macron, Boris Johnson", "OK", "— … !", "Reuters", "A", "😀😀",
            "Владимир Путин", "https://example.com/",
            "Lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod",
            "xq zzy qwv kkj plm vvb nnh ttr ggf dds xcv bnm hjk rty uio pas",
        ])
    func unsure(text: String) {
        #expect(detectedLanguage(of: text) == nil)
    }

    @Test(
        "A long text without the common words of a language is not in it; short ones and unknown languages tell nothing"
    )
    func foreign() {
        let zulu = String(
            repeating: "Umkhumbi ufike ebusuku ethekwini futhi abantu bebelindile ogwini lolwandle. ", count: 8)
        let english = String(
            repeating: "The ferry came in at night and the people had been waiting on the shore. ", count: 8)
        let thai = String(repeating: "เรือ มา ถึง ตอน กลาง คืน ", count: 12)
        #expect(isForeign(zulu, to: "en") && isForeign(thai, to: "en") && isForeign(english, to: "tr"))
        #expect(!isForeign(english, to: "en") && !isForeign(String(zulu.prefix(80)), to: "en"))
        #expect(!isForeign(zulu, to: "zu") && !isForeign("", to: "en"))
    }
}
