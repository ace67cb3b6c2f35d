/// br.sputniknews.com.
let sputnikPortuguese = Layout.sputnik(
    edition: "pt", otherNames: ["Sputnik Brasil", "Sputnik Mundo Brasil"],
    domains: ["br.sputniknews.com", "sputniknewsbr.com.br", "sputniknewsbrasil.com.br"],
    form: Layout.Form(
        anchors: ["URL curta", "URL curto", "Link curto"],
        chrome: [
            "Ouvir rádio", "Ouvir ao vivo", "Rádio", "Ao vivo", "Busca", "Pesquisar", "Nos siga no", "Inscrever-se",
        ],
        frames: [("comentar via", ""), ("nos siga no", "")],
        closing: [
            "Regras da comunidade", "Padrões da comunidade", "Normas da comunidade", "Discussão", "Comentar",
            "Comentários",
        ],
        storyline: ["Tema", "Dossiê"],
        related: ["Mais", "Leia mais", "Leia também", "LEIA MAIS", "Mais sobre o tema"],
        tags: ["Tags", "Etiquetas"],
        modified: ["Atualizado", "Última atualização"],
        morePhotos: ["Mais fotos", "Outras fotos"]))
