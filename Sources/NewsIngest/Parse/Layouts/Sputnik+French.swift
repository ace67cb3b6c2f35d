/// fr.sputniknews.com.
let sputnikFrench = Layout.sputnik(
    edition: "fr", otherNames: ["Sputnik France", "Sputnik Afrique"],
    domains: ["fr.sputniknews.com", "sputniknews.africa", "sputniknews.fr"],
    form: Layout.Form(
        anchors: ["URL courte", "Lien court"],
        chrome: ["Écouter la radio", "Radio", "En direct", "Recherche", "Rechercher", "S'abonner", "Imprimer"],
        frames: [("commenter via", ""), ("via", "commenter")],
        closing: [
            "Règles de conduite", "Règles de la communauté", "Discussion", "Discuter", "Commenter", "Commentaires",
        ],
        storyline: ["Dossier"],
        related: ["Lire aussi", "À lire aussi", "Plus de détails", "Lire plus", "Sur le même sujet"],
        tags: ["Tags", "Mots-clés"],
        modified: ["Mis à jour", "Mise à jour", "Dernière mise à jour"],
        morePhotos: ["Plus de photos", "Autres photos"]))
