/// The agency's editions in Russian.
let sputnikRussian = Layout.sputnik(
    edition: "ru", otherNames: ["Sputnik Беларусь", "Sputnik Казахстан", "Sputnik Армения", "Спутник"],
    domains: ["sputnik.by", "ru.sputniknews.kz", "ru.armeniasputnik.am", "ru.sputnik.kz", "sputnik-ossetia.ru"],
    form: Layout.Form(
        anchors: ["Короткая ссылка", "Получить короткую ссылку"],
        chrome: ["Слушать эфир", "Прямой эфир", "Радио", "Радио Sputnik", "Поиск", "Подписаться", "Все новости"],
        frames: [("комментировать через", ""), ("обсудить в", "")],
        closing: [
            "Правила сообщества", "Стандарты сообщества", "Правила комментирования", "Обсудить", "Обсуждение",
            "Комментарии",
        ],
        storyline: ["Тема", "Сюжет", "Досье"],
        related: ["По теме", "Читайте также", "ЧИТАЙТЕ ТАКЖЕ", "Еще по теме"],
        tags: ["Теги", "Тэги", "Ключевые слова"],
        modified: ["Обновлено", "Последнее обновление"],
        morePhotos: ["Другие фото", "Ещё фото", "Больше фото"]))
