import Glibc
import NewsText
import Testing

@Suite("Character sets")
struct CharsetTests {
    @Test(
        "Undeclared text is read in its character set",
        arguments: [
            ("windows-1252", "Die Brücke über den Fluss bleibt bis März gesperrt, sagte der Bürgermeister am Montag."),
            ("windows-1252", "Le pont sera fermé jusqu’à la fin de l’été, a annoncé la mairie."),
            ("windows-1252", "El alcalde señaló que mañana habrá una reunión."),
            ("windows-1252", "“It’s over,” he said – and left."),
            ("windows-1252", "A ponte não será aberta até amanhã, disse o ministro da Saúde à televisão."),
            ("windows-1252", "Båten går på lørdag, sier rådmannen til avisen Øst."),
            ("windows-1250", "Rada miasta zdecydowała, że most będzie zamknięty przez dwa tygodnie."),
            ("windows-1250", "Vláda v úterý rozhodla, že most přes řeku bude uzavřen."),
            ("windows-1250", "A kormány úgy döntött, hogy a hidat két hétre lezárják, mert a víz szintje nőtt."),
            ("iso-8859-2", "Premier powiedział w środę, że są to ważne źródła energii."),
            ("windows-1251", "Мост через реку закроют на две недели."),
            ("windows-1251", "Премьер-министр заявил: «Решение принято»."),
            ("windows-1251", "Міська рада вирішила, що міст буде закритий на два тижні."),
            ("koi8-r", "Мост через реку закроют на две недели."),
            ("iso-8859-5", "Мост через реку закроют на две недели, сообщила мэрия."),
            ("ibm866", "Мост через реку закроют на две недели, сообщила мэрия."),
            ("windows-1253", "Η γέφυρα θα κλείσει για δύο εβδομάδες, ανακοίνωσε ο δήμος."),
            ("iso-8859-7", "Το δημοτικό συμβούλιο αποφάσισε τη Δευτέρα ότι η γέφυρα της Άρτας θα κλείσει."),
            ("windows-1254", "Belediye başkanı köprünün iki hafta kapalı olacağını açıkladı."),
            ("windows-1255", "הגשר מעל הנהר ייסגר לשבועיים, הודיעה העירייה."),
            ("windows-1256", "قرر المجلس البلدي إغلاق الجسر لمدة أسبوعين."),
            ("windows-1257", "Miesto taryba nusprendė, kad tiltas per upę bus uždarytas dvi savaites."),
            ("windows-1257", "Pilsētas dome nolēma, ka tilts pār upi būs slēgts divas nedēļas."),
            ("windows-874", "สภาเมืองมีมติให้ปิดสะพานข้ามแม่น้ำเป็นเวลาสองสัปดาห์"),
            ("gb18030", "市议会星期一决定，河上的桥梁将关闭两周。"),
            ("big5", "市議會星期一決定，河上的橋樑將關閉兩週。"),
            ("shift_jis", "市議会は月曜日、橋を二週間閉鎖することを決めた。"),
            ("euc-jp", "市議会は月曜日、橋を二週間閉鎖することを決めた。"),
            ("iso-2022-jp", "市議会は月曜日、橋を二週間閉鎖することを決めた。"),
            ("euc-kr", "시의회는 월요일 다리를 2주 동안 폐쇄하기로 결정했다."),
            ("x-mac-cyrillic", "Мост через реку закроют на две недели, сообщила мэрия."),
            ("utf-16le", "The bridge over the river is closed."),
            ("utf-16be", "Мост через реку закроют на две недели, сообщила мэрия."),
            ("utf-32le", "The bridge over the river is closed."),
        ])
    func undeclared(charset: String, text: String) throws {
        let bytes = try encoded(text, in: charset)
        let decoded = decodedText(bytes)
        #expect(decoded.text == text)
        #expect(decoded.charset == charset)
        #expect(decoded.evidence == .detected)
        #expect(decoded.replacementCount == 0)
        #expect(!decoded.looksMojibake)
        // Long texts, and one high byte late in a long ASCII text, are read the same way.
        let long = Array(repeatElement(bytes, count: charset.hasPrefix("utf-") ? 40 : 40).joined())
        #expect(decodedText(long).charset == charset)
    }

    @Test("Valid UTF-8 comes before all detection", arguments: ["ascii only", "Привет", "naïve", "東京", "", "\n"])
    func validUTF8(text: String) {
        let decoded = decodedText(Array(text.utf8))
        #expect(decoded.text == text)
        #expect(decoded.charset == "utf-8")
        #expect(decoded.evidence == .valid)
    }

    @Test(
        "A byte order mark decides, and is no part of the text",
        arguments: [
            ("utf-8", [0xEF, 0xBB, 0xBF]), ("utf-16le", [0xFF, 0xFE]), ("utf-16be", [0xFE, 0xFF]),
            ("utf-32le", [0xFF, 0xFE, 0, 0]), ("utf-32be", [0, 0, 0xFE, 0xFF]),
        ] as [(String, [UInt8])])
    func byteOrderMark(charset: String, mark: [UInt8]) throws {
        let decoded = decodedText(mark + (try encoded("Zürich – 東京", in: charset)), declared: "koi8-r")
        #expect(decoded.text == "Zürich – 東京")
        #expect(decoded.charset == charset)
        #expect(decoded.evidence == .bom)
    }

    @Test(
        "A declared character set is used under its usual name",
        arguments: [
            ("ISO-8859-1", "windows-1252", "“café”"), ("us-ascii", "windows-1252", "“café”"),
            ("cp1251", "windows-1251", "Да"), ("\"KOI8-R\"", "koi8-r", "Да"), ("GB2312", "gb18030", "桥"),
            ("ks_c_5601-1987", "euc-kr", "다리"), ("x-sjis", "shift_jis", "橋"), ("utf8", "utf-8", "橋"),
            ("iso-8859-15", "iso-8859-15", "5 €"), ("TIS-620", "windows-874", "ก"), ("cp437", "cp437", "é"),
        ])
    func declared(label: String, charset: String, text: String) throws {
        let decoded = decodedText(try encoded(text, in: charset), declared: label)
        #expect(decoded.text == text)
        #expect(decoded.charset == charset)
        #expect(decoded.evidence == .header)
    }

    @Test(
        "A declaration that does not fit yields",
        arguments: [
            ("shift_jis", "Zürich im März"), ("iso-8859-1", "Zürich im März"), ("utf-16", "plain text."),
            ("windows-1251", "Мост через реку"), ("gbk", "Мост через реку"), ("nonsense", "Zürich"), ("", "Zürich"),
            ("//TRANSLIT", "Zürich"), ("utf-8//IGNORE", "Zürich"),
        ])
    func declarationYields(label: String, text: String) {
        let decoded = decodedText(Array(text.utf8), declared: label)
        #expect(decoded.text == text)
        #expect(decoded.charset == "utf-8")
        #expect(decoded.evidence == .valid)
    }

    @Test("UTF-8 is not believed where the bytes are another set's")
    func wrongUTF8Declaration() throws {
        let text = "Мост через реку закроют на две недели."
        let decoded = decodedText(try encoded(text, in: "windows-1251"), declared: "utf-8")
        #expect(decoded.text == text)
        #expect(decoded.evidence == .detected)
    }

    @Test(
        "Markup may declare its character set",
        arguments: [
            ("<html><head><meta charset=\"windows-1251\">", CharsetEvidence.meta),
            ("<!doctype html>\n<META http-equiv=Content-Type content='text/html; charset=windows-1251'>", .meta),
            ("  <?xml version=\"1.0\" encoding='windows-1251'?>", .meta),
            ("The tag <meta charset=\"koi8-r\"> is ", .detected),
            ("<p>no declaration</p>", .detected),
        ])
    func markup(head: String, evidence: CharsetEvidence) throws {
        let text = head + "Мост через реку закроют на две недели."
        let decoded = decodedText(try encoded(text, in: "windows-1251"))
        #expect(decoded.text == text)
        #expect(decoded.charset == "windows-1251")
        #expect(decoded.evidence == evidence)
    }

    @Test("Damaged UTF-8 stays UTF-8")
    func damagedUTF8() {
        var bytes = Array("Мост через реку закроют на две недели.".utf8)
        bytes[9] = 0xFF
        let damaged = decodedText(bytes)
        #expect(damaged.charset == "utf-8")
        #expect(damaged.evidence == .valid)
        #expect(damaged.replacementCount >= 1)
        #expect(damaged.text.hasSuffix("закроют на две недели."))

        let cut = decodedText(Array("The mayor said: “yes”".utf8.dropLast(1)))
        #expect(cut.charset == "utf-8")
        #expect(cut.text.hasPrefix("The mayor said: “yes"))

        let latin = decodedText(Array("naïve café ".utf8) + [0xE9] + Array(" über alles – 東京".utf8))
        #expect(latin.text == "naïve café \u{FFFD} über alles – 東京")
        #expect(latin.replacementCount == 1)
    }

    @Test("Pasted windows-1252 quotes inside UTF-8 are read as quotes, and counted")
    func pastedQuotes() {
        let bytes = Array("It".utf8) + [0x92] + Array("s ".utf8) + [0x93] + Array("naïve".utf8) + [0x94, 0x20, 0x96]
        let decoded = decodedText(bytes)
        #expect(decoded.text == "It’s “naïve” –")
        #expect(decoded.charset == "utf-8")
        #expect(decoded.foreignPunctuation == 4)
        #expect(decoded.replacementCount == 0)
    }

    @Test("Bytes that are no text are read without losing any")
    func noText() {
        let bytes = (0..<4_096).map { UInt8(truncatingIfNeeded: $0 &* 197 &+ ($0 >> 3) &* 31) }
        let decoded = decodedText(bytes)
        #expect(!decoded.text.isEmpty)
        let fallback = decodedText([0x81, 0x8D, 0x8F, 0x90, 0x9D])
        #expect(fallback.text.unicodeScalars.allSatisfy { $0.value == 0xFFFD || $0.value >= 0x80 })
    }

    @Test("NUL bytes among text do not make it UTF-16")
    func nulBytes() {
        let text = "The bridge\u{0} over the river\u{0}\u{0} is closed."
        let decoded = decodedText(Array(text.utf8))
        #expect(decoded.text == text)
        #expect(decoded.charset == "utf-8")
        #expect(decodedText(Array("text".utf8) + [UInt8](repeating: 0, count: 500)).charset == "utf-8")
    }

    @Test(
        "Mojibake is noticed",
        arguments: ["CafÃ© fermÃ©", "itâ€™s", "CafÃ©", "Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "РїСЂРёРІРµС‚", "æ±äº¬éƒ½"])
    func mojibake(text: String) throws {
        #expect(decodedText(Array(text.utf8)).looksMojibake)
    }

    @Test(
        "Ordinary text is no mojibake",
        arguments: [
            "NÃO É NÃO", "Ça va à l’été", "«Ã»", "СССР» и «РФ»", "Рік і Сім’я, Рєпін", "„Ä“", "AÅ", "naïve “café”…",
            "Straße – Übergröße", "CAFÉ”…", "東京都", "Ειδήσεις", "20 °C", "İSTANBUL’DA",
        ])
    func ordinaryText(text: String) {
        #expect(!decodedText(Array(text.utf8)).looksMojibake)
    }
}

/// `text` in a character set, by iconv.
private func encoded(_ text: String, in charset: String) throws -> [UInt8] {
    let names = ["windows-874": "CP874", "x-mac-cyrillic": "MAC-CYRILLIC"]
    let descriptor = try #require(iconv_open(names[charset] ?? charset, "UTF-8"))
    try #require(Int(bitPattern: descriptor) != -1)
    defer { iconv_close(descriptor) }
    var input = Array(text.utf8).map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4 + 16)
    let capacity = output.count
    let written = input.withUnsafeMutableBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output -> Int in
            var source = input.baseAddress
            var left = input.count
            var target = output.baseAddress
            var room = output.count
            guard iconv(descriptor, &source, &left, &target, &room) != -1 else { return -1 }
            iconv(descriptor, nil, nil, &target, &room)
            return capacity - room
        }
    }
    try #require(written >= 0)
    return output.prefix(written).map { UInt8(bitPattern: $0) }
}
