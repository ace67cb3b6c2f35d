/// rs.sputniknews.com, in both scripts.
let sputnikSerbian = Layout.sputnik(
    edition: "sr", otherNames: ["Sputnik Srbija", "Спутњик Србија"],
    domains: ["rs.sputniknews.com", "rs-lat.sputniknews.com", "sputnikportal.rs"],
    form: Layout.Form(
        anchors: ["Кратак линк", "Кратки линк", "Скраћени URL", "Kratak link", "Skraćeni URL"],
        chrome: ["Слушај радио", "Слушај уживо", "Радио", "Претрага", "Slušaj radio", "Radio", "Pretraga"],
        frames: [("коментариши преко", ""), ("komentariši preko", "")],
        closing: [
            "Стандарди заједнице", "Правила заједнице", "Дискусија", "Коментари", "Standardi zajednice", "Diskusija",
            "Komentari",
        ],
        storyline: ["Тема", "Досије", "Tema"],
        related: ["Прочитајте још", "Повезано", "Повезане вести", "Pročitajte još", "Povezano"],
        tags: ["Тагови", "Ознаке", "Tagovi"],
        modified: ["Ажурирано", "Последње ажурирање", "Ažurirano"],
        morePhotos: ["Још фотографија", "Više fotografija"]))
