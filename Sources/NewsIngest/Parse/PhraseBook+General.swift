extension PhraseBook {
    /// The phrases that outlets in many languages share.
    static let general: PhraseBook = {
        var book = PhraseBook()
        book.addChrome()
        book.addClosing()
        book.addLabels(.source, GeneralPhrases.source)
        book.addLabels(.correction, GeneralPhrases.correction)
        book.addOpenings(.correction, GeneralPhrases.correction)
        book.addLabels(.related, GeneralPhrases.related)
        book.addOpenings(.related, GeneralPhrases.relatedOpenings)
        book.addLabels(.tags, GeneralPhrases.tags)
        book.addLabels(.section, GeneralPhrases.section)
        book.addLabels(.published, GeneralPhrases.published)
        book.addOpenings(.published, GeneralPhrases.published)
        book.addLabels(.modified, GeneralPhrases.modified)
        book.addOpenings(.modified, GeneralPhrases.modified)
        book.addLabels(.byline, GeneralPhrases.bylineLabels)
        book.addOpenings(.byline, GeneralPhrases.bylineOpenings)
        book.addLabels(.caption, GeneralPhrases.caption)
        book.addLabels(
            .morePhotos,
            [
                "More photos", "More galleries", "Weitere Bilder", "Weitere Fotos", "Plus de photos",
                "Más fotos", "Altre foto", "Mais fotos", "Другие фото", "Ещё фото", "Więcej zdjęć", "Další fotky",
            ])
        return book
    }()

    private mutating func addChrome() {
        addLines(.chrome, GeneralPhrases.navigation + GeneralPhrases.sharing + GeneralPhrases.services)
        addOpenings(.chrome, GeneralPhrases.chromeOpenings)
        addGlued(GeneralPhrases.sharing)
        addLabels(
            .chrome,
            [
                "Share", "Share this", "Teilen", "Partager", "Compartir", "Condividi", "Compartilhar",
                "Поделиться", "Udostępnij", "Sdílet", "Paylaş", "Delen", "Dela", "شارك", "分享", "シェア", "공유",
            ])
    }

    private mutating func addClosing() {
        addLines(.closing, GeneralPhrases.closing)
        addLines(.footer, GeneralPhrases.footer)
        addOpenings(.footer, GeneralPhrases.footerOpenings)
        addGlued(GeneralPhrases.footer)
    }
}
