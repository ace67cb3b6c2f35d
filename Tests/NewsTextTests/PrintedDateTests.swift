import NewsText
import TestSupport
import Testing

@Suite("Printed dates")
struct PrintedDateTests {
    static func text(_ date: PrintedDate?) -> String? {
        guard let date else { return nil }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        var text = "\(date.year)"
        if let month = date.month { text += "-" + two(month) }
        if let day = date.day { text += "-" + two(day) }
        if let time = date.time {
            text += "T" + two(time.hour) + ":" + two(time.minute)
            if let second = time.second { text += ":" + two(second) }
            if let offset = time.offset { text += offset < 0 ? "\(offset)" : "+\(offset)" }
        }
        return text
    }

    @Test(
        "A date is read in any of its spellings",
        arguments: [
            ("2020-10-19T17:23:00Z", "2020-10-19T17:23:00+0"), ("2020-10-19 17:23 +02:00", "2020-10-19T17:23+120"),
            ("2020-10-19T17:23:45.123+0530", "2020-10-19T17:23:45+330"), ("2020/10/19", "2020-10-19"),
            ("19 октября 2020 года, 17:23 (МСК)", "2020-10-19T17:23+180"),
            ("19 жовтня 2020 року о 17:23", "2020-10-19T17:23"),
            ("19 October 2020", "2020-10-19"), ("19th of October, 2020", "2020-10-19"),
            ("October 19, 2020", "2020-10-19"),
            ("Oct. 19, 2020 5:23 p.m. EDT", "2020-10-19T17:23-240"), ("Oct 19th 2020, 12:05am", "2020-10-19T00:05"),
            ("Monday, October 19, 2020 at 9:30 am ET", "2020-10-19T09:30-240"),
            ("5:23 PM ET, January 9, 2020", "2020-01-09T17:23-300"), ("17:23 19.10.2020", "2020-10-19T17:23"),
            ("19.10.2020, 17.23 Uhr", "2020-10-19T17:23"),
            ("19. Oktober 2020 um 17:23 Uhr (MESZ)", "2020-10-19T17:23+120"),
            ("1. März 2020", "2020-03-01"), ("19 octobre 2020 à 17h23", "2020-10-19T17:23"),
            ("1er août 2020", "2020-08-01"),
            ("19 de octubre de 2020 a las 17:23", "2020-10-19T17:23"),
            ("19 ottobre 2020 alle ore 17:23", "2020-10-19T17:23"),
            ("19 de março de 2020 às 17h23", "2020-03-19T17:23"), ("19 oktober 2020 om 17:23 uur", "2020-10-19T17:23"),
            ("19 oktober 2020 kl. 17.23", "2020-10-19T17:23"), ("19. lokakuuta 2020 klo 17.23", "2020-10-19T17:23"),
            ("19 października 2020, 17:23", "2020-10-19T17:23"), ("19. října 2020 17:23", "2020-10-19T17:23"),
            ("19 октября 2020 г., 17:23 МСК", "2020-10-19T17:23+180"), ("19 жовтня 2020", "2020-10-19"),
            ("19 Ekim 2020 17:23", "2020-10-19T17:23"), ("19 Οκτωβρίου 2020", "2020-10-19"),
            ("2020. október 19. 17:23", "2020-10-19T17:23"), ("19 octombrie 2020", "2020-10-19"),
            ("19 أكتوبر 2020", "2020-10-19"), ("١٩ أكتوبر ٢٠٢٠", "2020-10-19"), ("19 تشرين الأول 2020", "2020-10-19"),
            ("2020年10月19日", "2020-10-19"), ("2020年10月19日（月）17時23分", "2020-10-19T17:23"),
            ("2020年10月19日 下午5:23", "2020-10-19T17:23"), ("2020년 10월 19일 오후 5시 23분", "2020-10-19T17:23"),
            ("2020. 10. 19. 17:23", "2020-10-19T17:23"), ("19 tháng 10 năm 2020", "2020-10-19"),
            ("19 Oktober 2020 17:23 WIB", "2020-10-19T17:23+420"), ("19 अक्टूबर 2020", "2020-10-19"),
            ("25/12/2020", "2020-12-25"), ("12/25/2020", "2020-12-25"), ("04/04/2020", "2020-04-04"),
            ("October 2020", "2020-10"), ("17:23 GMT+3, 19 Oct 2020", "2020-10-19T17:23+180"),
        ])
    func spelling(text: String, date: String) {
        #expect(Self.text(PrintedDate.first(in: text)) == date)
    }

    @Test(
        "What is no date is none",
        arguments: [
            "2020", "2 hours ago", "yesterday at 17:23", "19 October", "May", "version 19.10.1", "31 February 2020",
            "2019-02-29", "19.13.2020", "19 October 2020 25:61", "03/04/2020", "Room 12, 1999 seats", "17:23",
            "tel. 12-34-5678", "",
        ])
    func noDate(text: String) {
        #expect(PrintedDate.first(in: text) == nil)
    }

    @Test("A numeric date that could be two is read only when its order is known")
    func ambiguous() {
        #expect(PrintedDate.findings(in: "03/04/2020").map(\.outcome) == [.ambiguous])
        #expect(Self.text(PrintedDate.first(in: "03/04/2020", order: .dayFirst)) == "2020-04-03")
        #expect(Self.text(PrintedDate.first(in: "03/04/2020", order: .monthFirst)) == "2020-03-04")
        #expect(PrintedDate.first(in: "25/04/2020", order: .monthFirst) == nil)
    }

    @Test(
        "Two dates of a line keep their own times; a time between them is that of the first",
        arguments: [
            (
                "Published March 3, 2020 07:15 | Updated 4 March 2020, 11:40 GMT",
                ["2020-03-03T07:15", "2020-03-04T11:40+0"]
            ),
            ("5 March 2021, 14:17 | 6 March 2021", ["2021-03-05T14:17", "2021-03-06"]),
            ("5 March 2021, 14:17:23 GMT19 October 2020", ["2021-03-05T14:17:23+0", "2020-10-19"]),
            ("14:17 5 March 2021 15:20 6 March 2021", ["2021-03-05T15:20", "2021-03-06"]),
        ])
    func twoDates(line: String, dates: [String]) {
        let found = PrintedDate.findings(in: line).map { finding -> String? in
            if case .date(let date) = finding.outcome { Self.text(date) } else { nil }
        }
        #expect(found == dates)
    }

    @Test("Dates of a line come in order and never overlap")
    func disjoint() {
        var random = SeededGenerator(seed: 5)
        let parts = [
            "5 March 2021", "March 5, 2021", "2021-03-05", "5.3.2021", "03/04/2021", "2021年3月5日", "March 2021",
            "31 June 2021",
            "14:17", "14:17:23 GMT", "14.17 Uhr", "2 p.m. ET", "14h17", "+3", "下午5:23", "GMT", "at", ",", "|", "-",
            "by Ida",
        ]
        for _ in 0..<5_000 {
            let count = Int.random(in: 2...7, using: &random)
            let line = (0..<count).map { _ in random.pick(parts) + random.pick([" ", "", ", "]) }.joined()
            var end = 0
            for finding in PrintedDate.findings(in: line) {
                #expect(finding.range.lowerBound >= end && finding.range.upperBound <= line.utf8.count, "\(line)")
                end = finding.range.upperBound
            }
        }
    }

    @Test(
        "A page's clock is read, glued or not",
        arguments: [
            ("17:23 GMT19 October 2020", "2020-10-19T17:23+0"), ("21:11 GMT31 October 2020", "2020-10-31T21:11+0"),
            ("21:10 GMT +327 February 2018", "2018-02-27T21:10+180"),
            ("10:10 GMT +316 October 2019", "2019-10-16T10:10+180"),
            ("04:24 GMT +323 May 2017", "2017-05-23T04:24+180"), ("22:58 30 September 2020", "2020-09-30T22:58"),
            ("08:08 GMT +35 March 2019", "2019-03-05T08:08+180"), ("08:08 GMT +305 March 2019", "2019-03-05T08:08+180"),
            ("08:08 GMT +31 March 2019", "2019-03-01T08:08+180"),
            ("08:08 GMT +1012 March 2019", "2019-03-12T08:08+600"),
            ("08:08 GMT -512 March 2019", "2019-03-12T08:08-300"), ("08:08 GMT5 March 2019", "2019-03-05T08:08+0"),
            ("08:08 GMT 5 March 2019", "2019-03-05T08:08+0"), ("08:08 GMT +3 5 March 2019", "2019-03-05T08:08+180"),
            ("08:08 GMT +5:3027 March 2019", "2019-03-27T08:08+330"), ("22:5830 September 2020", "2020-09-30T22:58"),
            ("17:23 GMT19 октября 2020", "2020-10-19T17:23+0"), ("9:05 GMT1 août 2020", "2020-08-01T09:05+0"),
        ])
    func clock(line: String, date: String) {
        guard case .date(let read)? = PrintedDate.clock(line) else {
            Issue.record("no clock")
            return
        }
        #expect(Self.text(read) == date)
    }

    @Test(
        "A clock that cannot be right says so",
        arguments: [
            "25:61 GMT19 October 2020", "17:23 GMT31 February 2020", "17:23 GMT +300 May 2020",
        ])
    func impossibleClock(line: String) {
        #expect(PrintedDate.clock(line) == .impossible)
    }

    @Test(
        "Other lines are no clocks",
        arguments: [
            "19 October 2020", "17:23", "17:23 Market opens", "At 17:23 GMT on 19 October 2020",
            "17:23 GMT19 October 2020 and on",
        ])
    func noClock(line: String) {
        #expect(PrintedDate.clock(line) == nil)
    }
}
