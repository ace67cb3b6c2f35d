/// mundo.sputniknews.com.
let sputnikSpanish = Layout.sputnik(
    edition: "es", otherNames: ["Sputnik Mundo"],
    domains: ["mundo.sputniknews.com", "sputniknews.lat"],
    form: Layout.Form(
        anchors: ["URL corto", "URL corta"],
        chrome: [
            "Escuchar la radio", "Escuchar en vivo", "Radio", "En vivo", "En directo", "Buscar", "Síguenos en",
            "Suscribirse",
        ],
        frames: [("comentar vía", ""), ("síguenos en", "")],
        closing: ["Normas comunitarias", "Normas de la comunidad", "Discusión", "Debate", "Comentar", "Comentarios"],
        storyline: ["Tema", "Dossier"],
        related: ["Lea más", "Lea también", "Más sobre el tema", "Además", "Te puede interesar", "MÁS INFORMACIÓN"],
        tags: ["Etiquetas", "Tags"],
        modified: ["Actualizado", "Última actualización"],
        morePhotos: ["Más fotos", "Otras fotos"]))
