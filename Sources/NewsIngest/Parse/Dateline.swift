import NewsText

/// The place at the opening of a story: `HANOI (Sputnik) – `, `HELSINKI, January 20/NORD/. `, `PORT ALDER, Aldmark — `.
enum Dateline {
    /// The place as printed; `nil` when `paragraph` opens without one. Looks at the first 120 bytes.
    static func place(in paragraph: String) -> String? {
        let head = prefix(of: paragraph)
        guard holdsSign(head) else { return nil }
        return bracketed(head) ?? wire(head) ?? dashed(head) ?? eastAsian(head)
    }

    private static func prefix(of text: String) -> String { String(text.unicodeScalars.prefix(110)) }

    /// Whether `head` holds one of the signs that part a place from the story; most openings do not.
    private static func holdsSign(_ head: String) -> Bool {
        head.utf8.contains { byte in
            switch byte {
            case 0x28, 0x2D, 0x2F: true  // ( - /
            case 0xE2, 0xE3: true  // may begin – — ― 【
            default: false
            }
        }
    }

    /// `PLACE (Agency)`, perhaps with a date between.
    private static func bracketed(_ head: String) -> String? {
        guard let open = head.unicodeScalars.firstIndex(of: "("),
            let close = head.unicodeScalars[open...].firstIndex(of: ")")
        else { return nil }
        let before = trimmed(head[..<open])
        let agency = String(head[head.unicodeScalars.index(after: open)..<close])
        let place = withoutDate(before)
        guard isPlace(place), agency.utf8.count <= 40 else { return nil }
        let isKnown = agency.split(whereSeparator: { "/,".contains($0) }).contains {
            agencies.contains(foldedKey(String(trimmed($0))))
        }
        guard isKnown || (isCapitals(place) && isDash(after: close, in: head) && isName(agency)) else { return nil }
        return String(place)
    }

    /// `PLACE, January 20/AGENCY/.` or `PLACE, January 20. /AGENCY/.`
    private static func wire(_ head: String) -> String? {
        guard let comma = head.unicodeScalars.firstIndex(of: ","),
            let slash = head.unicodeScalars[comma...].firstIndex(of: "/"),
            let second = head.unicodeScalars[head.unicodeScalars.index(after: slash)...].firstIndex(of: "/")
        else { return nil }
        let place = trimmed(head[..<comma])
        let agency = head[head.unicodeScalars.index(after: slash)..<second]
        let date = head[head.unicodeScalars.index(after: comma)..<slash]
        guard isPlace(place), isCapitals(place), isName(String(agency)), holdsMonthDay(date) else { return nil }
        return String(place)
    }

    /// `PLACE — ` or `PLACE, Region, March 3 – `, the place in capitals.
    private static func dashed(_ head: String) -> String? {
        guard let dash = dashRange(in: head), opensSentence(behind: dash.upperBound, in: head) else { return nil }
        let place = withoutDate(trimmed(head[..<dash.lowerBound]))
        let first = place.split(separator: ",").first.map { trimmed($0) } ?? place
        guard isPlace(place), isCapitals(first), first.utf8.count >= 3, !notPlaces.contains(foldedKey(String(first)))
        else {
            return nil
        }
        return String(place)
    }

    /// `【東京】` and `(北京) `.
    private static func eastAsian(_ head: String) -> String? {
        guard head.unicodeScalars.first == "【", let close = head.unicodeScalars.firstIndex(of: "】") else { return nil }
        let inside = head.unicodeScalars[head.unicodeScalars.index(after: head.startIndex)..<close]
        let place = inside.prefix(while: { $0 != " " && $0 != "＝" && $0 != "=" && $0 != "共" })
        guard (1...8).contains(place.count), place.allSatisfy(LineShape.isIdeographic) else { return nil }
        return String(place)
    }

    // MARK: Parts

    private static func dashRange(in head: String) -> Range<String.Index>? {
        var previous: Unicode.Scalar = "."
        let scalars = head.unicodeScalars
        var index = scalars.startIndex
        var steps = 0
        while index < scalars.endIndex, steps < 60 {
            let scalar = scalars[index]
            let next = scalars.index(after: index)
            if previous == " ", "–—-―".unicodeScalars.contains(scalar), next < scalars.endIndex {
                var end = next
                if scalars[end] == "-" { scalars.formIndex(after: &end) }
                if end < scalars.endIndex, scalars[end] == " " { return index..<end }
            }
            if scalar == "—" && previous.properties.isUppercase { return index..<next }
            if scalar == "." && previous.properties.isLowercase && steps > 25 { return nil }
            previous = scalar
            index = next
            steps += 1
        }
        return nil
    }

    /// Whether a sentence begins behind the dash: `NATO – the alliance – said` opens with no place.
    private static func opensSentence(behind index: String.Index, in head: String) -> Bool {
        guard let first = head[index...].unicodeScalars.first(where: { $0 != " " }) else { return false }
        return !first.properties.isLowercase
    }

    /// `place` without `, March 3` or `, le 3 mars` behind it.
    private static func withoutDate(_ text: Substring) -> Substring {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count > 1 else { return text }
        for count in 1..<parts.count where holdsMonthDay(parts[count]) {
            return trimmed(parts[..<count].joined(separator: ",")[...])
        }
        return text
    }

    private static func holdsMonthDay(_ text: Substring) -> Bool {
        // A month's name beside a day: with a year put behind it, it is a date.
        let printed = String(trimmed(text)).replacingFullStops()
        if PrintedDate.first(in: printed) != nil { return true }
        return PrintedDate.first(in: printed + " 2020") != nil
    }

    /// One to five words, each beginning with a capital, without digits and sentence signs.
    private static func isPlace(_ text: Substring) -> Bool {
        guard (2...60).contains(text.utf8.count), let first = text.unicodeScalars.first else { return false }
        guard first.properties.isUppercase || !first.properties.isLowercase && first.properties.isAlphabetic else {
            return false
        }
        var words = 0
        for word in text.split(separator: " ") {
            words += 1
            guard let start = word.unicodeScalars.first else { continue }
            let isSmall = start.properties.isLowercase
            if isSmall,
                ![
                    "de", "da", "di", "del", "la", "le", "les", "am", "an", "der", "in", "and", "und", "et", "y", "e",
                    "al", "el", "sur", "upon", "na", "nad",
                ].contains(String(word))
            {
                return false
            }
            if word.unicodeScalars.contains(where: {
                ("0"..."9").contains($0) || "?!:;\"“”«»()".unicodeScalars.contains($0)
            }) {
                return false
            }
        }
        return words <= 5
    }

    private static func isCapitals(_ text: Substring) -> Bool {
        var letters = 0
        for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
            if scalar.properties.isLowercase { return false }
            if !scalar.properties.isUppercase { return true }
            letters += 1
        }
        return letters >= 2
    }

    private static func isName(_ agency: String) -> Bool {
        guard (2...30).contains(agency.utf8.count), let first = agency.unicodeScalars.first else { return false }
        return first.properties.isUppercase && LineShape.wordCount(agency) <= 3
            && !agency.utf8.contains { (0x30...0x39).contains($0) }
    }

    private static func isDash(after index: String.Index, in head: String) -> Bool {
        let rest = head.unicodeScalars[head.unicodeScalars.index(after: index)...]
        guard let sign = rest.first(where: { $0 != " " }) else { return false }
        return "–—-―.".unicodeScalars.contains(sign)
    }

    private static let agencies: Set<String> = Set(
        [
            "Sputnik", "Reuters", "AP", "AFP", "dpa", "TASS", "ТАСС", "RIA", "RIA Novosti", "РИА Новости", "Xinhua",
            "EFE", "ANSA", "UPI", "Interfax", "Интерфакс", "PAP", "ČTK", "TASR", "Kyodo", "Jiji", "Yonhap", "AA",
            "Anadolu", "PTI", "ANI", "IANS", "IRNA", "SANA", "SPA", "WAM", "Lusa", "Belga", "ANP", "NTB", "TT",
            "Ritzau",
            "STT", "APA", "KNA", "epd", "SID", "MTI", "Agerpres", "BTA", "Tanjug", "HINA", "Bloomberg", "CNN", "Antara",
            "Bernama", "Спутник", "Спутњик", "سبوتنيك", "رويترز", "أ ف ب", "أ.ف.ب", "وكالات", "SNA", "Associated Press",
        ].map { foldedKey($0) })

    private static let notPlaces: Set<String> = Set(
        [
            "Breaking", "Update", "Updated", "Video", "Watch", "Photos", "Photo", "Exclusive", "Live", "Opinion",
            "Analysis", "Read more", "Interview", "Corrected", "Correction", "Urgent", "Explainer", "Review",
            "Eilmeldung",
            "Kommentar", "Vidéo", "Foto", "Q", "A", "Q&A", "OK", "Note", "Editor's note",
        ].map { foldedKey($0) })
}

extension String {
    /// The text with full stops as blanks: `Jan. 20` and `20 янв.` as month and day.
    fileprivate func replacingFullStops() -> String {
        String(decoding: utf8.map { $0 == 0x2E ? 0x20 : $0 }, as: UTF8.self)
    }
}
