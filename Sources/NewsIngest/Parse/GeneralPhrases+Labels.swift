extension GeneralPhrases {
    /// Labels of other stories, also of a single one within the body.
    static let related = [
        "Related", "Related stories", "Related articles", "Related news", "Related content", "Related links",
        "Related coverage", "More on this story", "More on this topic", "More on this", "More stories",
        "More from this section", "Read also", "Also read", "See also", "Read more", "Read next", "Read this next",
        "You may also like", "You might also like", "Recommended", "Recommended stories", "Don't miss",
        "Further reading",
        "Zum Thema", "Mehr zum Thema", "Mehr dazu", "Lesen Sie auch", "Lesen Sie mehr", "Lies auch", "Auch interessant",
        "Das könnte Sie auch interessieren", "Weitere Artikel", "Verwandte Artikel", "Siehe auch", "Weiterlesen",
        "Lire aussi", "À lire aussi", "Lire plus", "Lire également", "Voir aussi", "Articles liés", "Sur le même sujet",
        "Lea también", "Lee también", "Leer más", "Lea más", "Le puede interesar", "Te puede interesar",
        "Noticias relacionadas", "Artículos relacionados", "Más sobre este tema", "Más sobre el tema", "Ver también",
        "Vea también", "Más información", "Más noticias", "Además", "Relacionado", "Relacionadas", "Leggi anche",
        "Leggi di più", "Per saperne di più", "En savoir plus", "Articoli correlati",
        "Correlati", "Vedi anche", "Sullo stesso tema", "Leia também", "Leia mais", "Veja também",
        "Notícias relacionadas", "Mais sobre o tema", "Saiba mais", "Relacionados", "Читайте также", "Читать также",
        "Читайте ещё", "Читать далее", "По теме", "Материалы по теме", "Ещё по теме", "Смотрите также",
        "Связанные новости", "Читайте також", "За темою", "Czytaj także", "Czytaj też", "Czytaj więcej",
        "Przeczytaj także", "Przeczytaj też", "Zobacz także", "Zobacz też", "Zobacz również", "Powiązane",
        "Powiązane artykuły", "Čtěte také", "Čtěte též", "Přečtěte si také", "Související", "Související články",
        "Viz také", "Čítajte aj", "Prečítajte si", "Ayrıca oku", "Ayrıca okuyun", "Bunu da okuyun", "İlgili haberler",
        "İlgili", "Lees ook", "Lees meer", "Lees verder", "Zie ook", "Gerelateerd", "Meer over dit onderwerp",
        "Läs också", "Läs även", "Läs mer", "Relaterat", "Læs også", "Læs mere", "Les også", "Les mer", "Lue myös",
        "Lue lisää", "Olvassa el", "Kapcsolódó", "Citește și", "Citiți și", "Vezi și", "Διαβάστε επίσης",
        "Διαβάστε ακόμη", "Σχετικά", "Pročitajte i", "Pročitajte još", "Прочитајте и", "Прочитајте још",
        "Прочетете още",
        "اقرأ أيضا", "اقرأ أيضًا", "إقرأ أيضا", "اقرأ المزيد", "مواضيع ذات صلة", "انظر أيضا", "קראו גם",
        "عناوين ذات صلة",
        "बढ़ें", "यह भी पढ़ें", "相关阅读", "相關閱讀", "相关新闻", "相關新聞", "延伸阅读", "延伸閱讀", "関連記事",
        "関連ニュース", "あわせて読みたい", "관련기사", "관련 기사", "함께 읽기", "Baca juga", "Xem thêm", "Đọc thêm",
        "Tin liên quan",
    ]

    /// The same without a colon, in capitals as they stand inside a body: `READ MORE Bridge reopens`.
    static let relatedOpenings: [String] = []

    static let tags = [
        "Tags", "Tag", "Tagged", "Filed under", "Archivado en", "Arquivado em", "Classé dans", "Abgelegt unter",
        "Topics", "Topic", "Keywords", "Related topics", "More topics",
        "Verwandte Themen", "Sujets liés", "Temas relacionados",
        "Argomenti correlati", "Tópicos relacionados", "Темы материала", "Powiązane tematy", "Hashtags", "Labels",
        "Themen", "Thema", "Schlagwörter", "Schlagworte", "Stichwörter", "Stichworte", "Mots-clés", "Mots clés",
        "Thèmes",
        "Sujets", "Étiquettes", "Etiquetas", "Temas", "Palabras clave", "Tag correlati", "Parole chiave", "Argomenti",
        "Temi", "Palavras-chave", "Tópicos", "Assuntos", "Теги", "Тэги", "Метки", "Ключевые слова", "Темы", "Мітки",
        "Tagi", "Słowa kluczowe", "Tematy", "Tagy", "Klíčová slova", "Štítky", "Témata", "Kľúčové slová", "Etiketler",
        "Etiket", "Anahtar kelimeler", "Trefwoorden", "Onderwerpen", "Labels", "Taggar", "Ämnen", "Nyckelord", "Emner",
        "Stikord", "Emneord", "Avainsanat", "Aiheet", "Címkék", "Kulcsszavak", "Etichete", "Cuvinte cheie", "Ετικέτες",
        "Oznake", "Tagovi", "Ознаке", "Тагови", "Етикети", "الوسوم", "وسوم", "كلمات مفتاحية", "الكلمات المفتاحية",
        "الكلمات الدلالية", "תגיות", "برچسب‌ها", "टैग", "标签", "標籤", "关键词", "關鍵詞", "关键字", "タグ", "キーワード",
        "태그", "키워드", "Từ khóa", "Thẻ",
    ]

    static let section = [
        "Section", "Category", "Rubrik", "Ressort", "Kategorie", "Rubrique", "Catégorie", "Sección", "Categoría",
        "Sezione", "Categoria", "Seção", "Editoria", "Рубрика", "Раздел", "Категория", "Dział", "Kategoria", "Rubrika",
        "Sekce", "Kategori", "Bölüm", "Rubriek", "Avdelning", "Osasto", "Rovat", "القسم", "栏目", "カテゴリー", "カテゴリ",
    ]

    /// Words that may open a line with the time of publication.
    static let published = [
        "Published", "Published on", "Published at", "First published", "First published on", "Posted", "Posted on",
        "Posted at", "Publication date", "Date published", "Date", "Released", "Issued", "Uploaded", "Created",
        "Veröffentlicht", "Veröffentlicht am", "Erschienen", "Erschienen am", "Datum", "Publié", "Publié le",
        "Publié à", "Paru le", "Mis en ligne le", "Date de publication", "Publicado", "Publicado el", "Publicada",
        "Publicada el", "Fecha", "Fecha de publicación", "Pubblicato", "Pubblicato il", "Pubblicata il", "Data",
        "Publicado em", "Publicada em", "Publicação", "Data de publicação", "Опубликовано", "Дата публикации",
        "Размещено", "Опубліковано", "Opublikowano", "Data publikacji", "Publikacja", "Dodano", "Publikováno",
        "Zveřejněno", "Vydáno", "Vydáno dne", "Publikované", "Zverejnené", "Yayınlanma", "Yayınlanma tarihi",
        "Yayın tarihi", "Giriş", "Gepubliceerd", "Gepubliceerd op", "Geplaatst", "Geplaatst op", "Publicerad",
        "Publicerat", "Publicerades", "Publiceret", "Offentliggjort", "Publisert", "Udgivet", "Julkaistu", "Megjelent",
        "Közzétéve", "Publicat", "Publicat la", "Publicat pe", "Δημοσιεύτηκε", "Δημοσίευση", "Δημοσιεύθηκε",
        "Objavljeno",
        "Објављено", "Публикувано", "نشر في", "نُشر في", "تاريخ النشر", "نشر", "פורסם", "פורסם ב", "منتشر شده",
        "प्रकाशित", "发布时间", "发布于", "發布時間", "发表时间", "发布", "公開日", "公開日時", "公開", "掲載日時", "配信日時", "掲載日", "投稿日", "配信",
        "게시", "입력", "등록", "기사입력", "Dipublikasikan", "Diterbitkan", "Đăng lúc", "Ngày đăng",
    ]

    /// Words that may open a line with the time of the last change.
    static let modified = [
        "Updated", "Updated on", "Updated at", "Last updated", "Last update", "Last modified", "Modified", "Edited",
        "Update", "Aktualisiert", "Aktualisiert am", "Zuletzt aktualisiert", "Letzte Aktualisierung", "Stand",
        "Geändert", "Mis à jour", "Mis à jour le", "Mise à jour", "Mise à jour le", "Dernière mise à jour",
        "Modifié le",
        "Actualizado", "Actualizado el", "Actualizada", "Última actualización", "Modificado", "Aggiornato",
        "Aggiornato il", "Aggiornata il", "Ultimo aggiornamento", "Ultima modifica", "Modificato il", "Atualizado",
        "Atualizado em", "Atualizada em", "Última atualização", "Обновлено", "Последнее обновление", "Изменено",
        "Оновлено", "Aktualizacja", "Zaktualizowano", "Ostatnia aktualizacja", "Aktualizováno", "Aktualizace",
        "Poslední aktualizace", "Upraveno", "Aktualizované", "Güncelleme", "Güncellenme", "Son güncelleme",
        "Güncellendi",
        "Bijgewerkt", "Bijgewerkt op", "Laatst bijgewerkt", "Laatste update", "Gewijzigd", "Uppdaterad", "Uppdaterat",
        "Senast uppdaterad", "Opdateret", "Sidst opdateret", "Oppdatert", "Sist oppdatert", "Päivitetty", "Muokattu",
        "Frissítve", "Utolsó frissítés", "Actualizat", "Ultima actualizare", "Ενημερώθηκε", "Τελευταία ενημέρωση",
        "Ažurirano", "Ажурирано", "Обновено", "آخر تحديث", "تم التحديث", "عدل في", "עודכן", "به‌روزرسانی", "अपडेट",
        "更新时间", "更新於", "更新于", "更新日", "更新日時", "最終更新日時", "更新", "最終更新", "수정", "최종수정", "업데이트", "Diperbarui", "Cập nhật",
    ]

    static let bylineLabels = [
        "By", "Author", "Authors", "Written by", "Reported by", "Reporting by", "Text", "Words", "Story by", "Von",
        "Autor",
        "Autorin", "Autoren", "Texte", "Auteur", "Auteure", "Autora", "Autores", "Testo", "Autore", "Автор", "Авторы",
        "Текст", "Автори", "Autorzy", "Autorka", "Tekst", "Autoři", "Yazan", "Yazar", "Haber", "Auteurs", "Skribent",
        "Kirjoittaja", "Teksti", "Szerző", "Συντάκτης", "Κείμενο", "بقلم", "الكاتب", "المؤلف", "כתב", "नویسنده", "लेखक",
        "كتب", "كتبت", "作者", "记者", "記者", "撰文", "文", "筆者", "기자", "글", "Penulis", "Tác giả",
    ]

    /// Labels of the agency that a story was taken from, and of the editor in charge.
    static let source = [
        "Source", "Quelle", "Quellen", "Fuente", "Fonte", "Источник", "Джерело", "Źródło", "Zdroj", "Kaynak",
        "Bron", "Källa", "Kilde", "Lähde", "Forrás", "Sursa", "المصدر", "来源", "文章来源", "稿源", "责任编辑", "编辑", "來源",
        "出处", "出典", "출처",
    ]

    /// First words of notes on a story's mistakes.
    static let correction = [
        "Correction", "Corrections", "Corrected", "Clarification", "Editor's note", "Editors' note", "Korrektur",
        "Berichtigung", "Anmerkung der Redaktion", "Rectificatif", "Erratum", "Corrección", "Fe de errores",
        "Nota de la redacción", "Correzione", "Errata corrige", "Rettifica", "Correção", "Errata", "Исправление",
        "Уточнение", "Поправка", "От редакции", "Виправлення", "Sprostowanie", "Korekta", "Oprava", "Düzeltme",
        "Correctie", "Rectificatie", "Rättelse", "Rettelse", "Oikaisu", "Helyesbítés", "تصحيح", "תיקון", "更正", "訂正",
        "정정",
    ]

    /// Words that open a line of writers without a colon; the line is taken only when names follow.
    static let bylineOpenings = [
        "By", "Written by", "Écrit par", "Rédigé par", "Escrito por", "Scritto da", "Geschrieben von",
        "Ein Artikel von",
        "Texte de", "Text av", "Texto de", "Testo di", "Reported by", "Reporting by", "Story by", "Words by", "Von",
        "Par", "Por", "De", "Di",
        "Da",
        "Door", "Av", "Af", "Autor", "Автор", "Autore", "Auteur", "Yazan", "Od", "Írta", "Του", "Της", "Oleh", "بقلم",
        "كتب", "Текст", "Teksti", "기자", "记者", "記者", "作者",
    ]

    static let caption = [
        "Photo", "Photos", "Image", "Images", "Picture", "Caption", "Photo credit", "Image credit", "Picture credit",
        "Photograph", "Foto", "Fotos", "Bild", "Bilder", "Bildquelle", "Photo by", "Crédit photo", "Crédit", "Crédits",
        "Imagen", "Immagine", "Imagem", "Crédito", "Фото", "Снимок", "Zdjęcie", "Fot", "Fotografie", "Fotoğraf",
        "Foto's",
        "Beeld", "Kuva", "Fotó", "Φωτογραφία", "صورة", "الصورة", "תמונה", "صورة من", "图片", "图", "写真", "画像", "사진",
    ]
}
