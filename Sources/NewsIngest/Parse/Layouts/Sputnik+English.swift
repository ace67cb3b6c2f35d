/// sputniknews.com, in English.
let sputnikEnglish = Layout.sputnik(
    edition: "en", otherNames: ["Sputnik International", "Sputnik News", "Sputnik Africa", "Sputnik India"],
    domains: ["sputniknews.com", "sputnikglobe.com", "sputnikinternational.com"],
    form: Layout.Form(
        anchors: ["Get short URL", "Short URL"],
        chrome: [
            "Listen Live", "Search", "LIVE", "Subscribe", "All news", "Sputnik International", "Sputnik", "Radio",
            "Views", "Comments", "Print", "All comments", "Show new comments",
        ],
        frames: [("Comment via", "Comment via Sputnik"), ("Comment via", "Facebook"), ("Comment via", "Sputnik")],
        closing: ["Community standards", "Discussion", "Comment via Facebook", "Comment via Sputnik", "Comments"],
        storyline: ["Topic", "Storyline"],
        related: ["Related", "READ MORE", "READ ALSO", "MORE", "See also"],
        tags: ["Tags"],
        modified: ["Last update", "Updated"],
        morePhotos: ["More photos"]))
