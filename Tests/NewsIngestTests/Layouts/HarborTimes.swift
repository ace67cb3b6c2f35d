@testable import NewsIngest

/// harbor-times.example, in English.
let harborTimes = Layout(
    name: "harbor-times", outlet: "Harbor Times", otherNames: ["The Harbor Times"],
    domains: ["harbor-times.example"], language: "en", seen: "2018-03"..."2021-06",
    form: Layout.Form(
        chrome: ["Harbor Times", "Tides today", "Readers' pier"],
        closing: ["Write to the harbor desk"],
        related: ["More from the quay"],
        tags: ["Filed on the quay"]),
    html: Layout.HTMLForm(
        body: ["quay-text"],
        frame: ["quay-advert"],
        standfirst: ["quay-summary"],
        section: ["quay-section"],
        tags: ["quay-labels"],
        related: ["quay-more"],
        captions: ["quay-caption"]))
