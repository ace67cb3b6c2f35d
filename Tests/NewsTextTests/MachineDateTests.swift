import NewsText
import Testing

private func text(_ date: PrintedDate?) -> String? {
    guard let date else { return nil }
    var parts = ["\(date.year)"] + [date.month, date.day].compactMap { $0.map(String.init) }
    if let time = date.time {
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        parts.append("\(time.hour):\(padded(time.minute))" + (time.second.map { ":" + padded($0) } ?? ""))
        if let offset = time.offset { parts.append(offset < 0 ? "\(offset)" : "+\(offset)") }
    }
    return parts.joined(separator: " ")
}

@Test(
    "Dates that programs write are read in all their forms",
    arguments: [
        ("2003-12-31T10:14:55Z", "2003 12 31 10:14:55 +0"),
        ("2003-12-31T10:14:55.1234-08:00", "2003 12 31 10:14:55 -480"),
        ("2003-12-31 10:14", "2003 12 31 10:14"), ("2003-12-31", "2003 12 31"), ("2003-12", "2003 12"),
        ("2003", "2003"),
        ("20031231", "2003 12 31"), ("20031231T101455Z", "2003 12 31 10:14:55 +0"), ("03-12-31", "2003 12 31"),
        ("031231", "2003 12 31"), ("-0312", "2003 12"), ("-03-12", "2003 12"), ("03335", "2003 12 1"),
        ("2003-335", "2003 12 1"), ("2003-012-31T10:14:55+00:00", "2003 12 31 10:14:55 +0"),
        ("2004-július-13T9:15-05:00", "2004 7 13 9:15 -300"), ("2004-07-08 23:56:58 -00:20", "2004 7 8 23:56:58 -20"),
        ("Thu, 01 Jan 2004 19:48:21 GMT", "2004 1 1 19:48:21 +0"),
        ("Thu, 01 Jan 04 19:48:21 GMT", "2004 1 1 19:48:21 +0"),
        ("Thu, 30 Apr 2015 08:57:00 MEST", "2015 4 30 8:57:00 +120"), ("Thu, 01 Jan 2004", "2004 1 1"),
        ("Wed, 19 Aug 2009 18:28:00 Etc/GMT", "2009 8 19 18:28:00 +0"),
        ("Wed, 19 Feb 2012 22:40:00 GMT-01:01", "2012 2 19 22:40:00 -61"),
        ("Mon, 13 Feb, 2012 06:28:00 UTC", "2012 2 13 6:28:00 +0"),
        ("Mon, 26 January 2004 16:31:00 ET", "2004 1 26 16:31:00 -300"),
        ("Thu Aug 30 2012 17:26:16 +0200", "2012 8 30 17:26:16 +120"),
        ("Fri,24 Nov 2023 18:28:36 -0000", "2023 11 24 18:28:36 +0"),
        ("Sun Jan  4 16:29:06 2004", "2004 1 4 16:29:06"), ("Sun Jul 15 01:16:00 +0000 2012", "2012 7 15 1:16:00 +0"),
        ("Fri, 2006/09/15 08:19:53 EDT", "2006 9 15 8:19:53 -240"),
        ("Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004 7 11 12:00:00 -300"),
        ("2004-05-25 오후 11:23:17", "2004 5 25 23:23:17 +540"), ("2004년 05월 28일  01:31:15", "2004 5 28 1:31:15 +540"),
        ("October 12, 2020, 6:05 p.m. EDT", "2020 10 12 18:05 -240"), ("12-Oct-2020 18:05", "2020 10 12 18:05"),
    ])
func machineDates(printed: String, expected: String) {
    #expect(text(PrintedDate.machine(printed)) == expected)
}

@Test(
    "What is no date, or none that can be, is not read as one",
    arguments: [
        "", "yesterday", "013", "2013-xx-27",
        "2003-12-31T25:14:55Z", "2003-12-31T10:61:55Z",
        "Sun, 16 zzz 2012 11:47:32 GMT", "Sun, 99 Jun 2009 12:00:00 GMT", "2020-02-30", "03/04/2020",
        "9999-12-31T23:59:59-99:99",
        // Marks above the signs between.
        "2021-\u{301}3-05", "5-\u{301}", "2021/\u{301}3/05",
    ])
func noMachineDates(printed: String) {
    #expect(PrintedDate.machine(printed) == nil)
}
