import Glibc

/// How likely characters are in the languages that a character set is used for.
enum LetterModel {
    case latin(languages: [String])
    case cyrillic, greek, hebrew, arabic, thai, japanese, korean
    case chinese(simplified: Bool)

    /// The natural logarithm of the likelihood of the characters above ASCII in `text`, roughly.
    func score(of text: String) -> Double {
        var text = text
        return text.withUTF8 { bytes in
            guard case .latin(let languages) = self else {
                return WordShapes(of: bytes, marksJoin: false).score(weight: weight)
            }
            let shapes = WordShapes(of: bytes, marksJoin: true)
            var sample = LanguageSample()
            sample.read(bytes, limit: 4_096)
            return languages.reduce(-Double.infinity) { best, language in
                let alphabet = latinAlphabets[language] ?? []
                let letters = shapes.score { latinWeight($0, alphabet: alphabet) }
                return max(best, letters + 0.5 * Double(max(0, sample.score(of: language))))
            }
        }
    }

    private var weight: (UInt32) -> Double {
        switch self {
        case .latin: { _ in -9 }
        case .cyrillic: { letterWeight($0, in: cyrillicWeights, rare: 0x400...0x45F) }
        case .greek: { letterWeight($0, in: greekWeights, rare: 0x370...0x3FF) }
        case .hebrew: { letterWeight($0, in: hebrewWeights, rare: 0x5B0...0x5F4) }
        case .arabic: { letterWeight($0, in: arabicWeights, rare: 0x610...0x6D3) }
        case .thai: { letterWeight($0, in: thaiWeights, rare: 0xE01...0xE5B) }
        case .japanese: japaneseWeight
        case .korean: koreanWeight
        case .chinese(true): { chineseWeight($0, common: commonSimplified) }
        case .chinese(false): { chineseWeight($0, common: commonTraditional) }
        }
    }
}

/// The characters above ASCII in a text, and what is to be taken off for what words do not do.
private struct WordShapes {
    /// How often each character stands.
    private var counts: [UInt32: Int] = [:]
    /// For capitals inside words, scripts mixed in a word, symbols that touch one.
    private var penalty = 0.0

    /// Reads valid UTF-8; `marksJoin` says whether letters above ASCII stand among ASCII letters, as in the Latin
    /// alphabets, rather than in words of their own.
    init(of bytes: UnsafeBufferPointer<UInt8>, marksJoin: Bool) {
        var previous = ShapedScalar(0x20)
        var position = 0
        while position < bytes.count {
            let (scalar, length) = decodedScalar(bytes, at: position)
            position += length
            let next = ShapedScalar(scalar)
            if scalar >= 0x80 {
                counts[scalar, default: 0] += 1
                penalty += penaltyOfHigh(next, after: previous, marksJoin: marksJoin)
            } else if next.isLetter, previous.scalar >= 0x80 {
                penalty += penaltyOfASCII(next, after: previous, marksJoin: marksJoin)
            }
            previous = next
        }
    }

    /// The sum of the characters' weights less what is to be taken off.
    func score(weight: (UInt32) -> Double) -> Double {
        counts.reduce(-penalty) { $0 + weight($1.key) * Double($1.value) }
    }

    private func penaltyOfHigh(_ next: ShapedScalar, after previous: ShapedScalar, marksJoin: Bool) -> Double {
        // A symbol that touches a word.
        guard next.isLetter else { return previous.isLetter && !isTypographic(next.scalar) ? 3 : 0 }
        var penalty = next.isUpper && previous.isLower ? 6.0 : 0
        if previous.isLetter, next.scalar < 0x2E80 {
            if marksJoin {
                penalty += previous.scalar < 0x80 ? 0 : 3
            } else {
                penalty += previous.scalar < 0x80 ? 4 : 0
            }
        }
        return penalty
    }

    private func penaltyOfASCII(_ next: ShapedScalar, after previous: ShapedScalar, marksJoin: Bool) -> Double {
        var penalty = next.isUpper && previous.isLower ? 4.0 : 0
        if marksJoin {
            penalty += !previous.isLetter && !isTypographic(previous.scalar) ? 3 : 0
        } else {
            penalty += previous.isLetter && previous.scalar < 0x2E80 ? 4 : 0
        }
        return penalty
    }

    private struct ShapedScalar {
        let scalar: UInt32
        let isLetter: Bool
        let isUpper: Bool
        /// A letter of an alphabet with two cases that is no capital.
        let isLower: Bool

        init(_ scalar: UInt32) {
            self.scalar = scalar
            let script = WritingScript(scalar)
            isLetter = script != nil
            isUpper = isLetter && lowercaseLetter(scalar) != scalar
            isLower = isLetter && !isUpper && (script == .latin || script == .cyrillic || script == .greek)
        }
    }
}

/// Quotes, dashes and blanks that stand at words in every language.
private func isTypographic(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0, 0xAB, 0xBB, 0xA1, 0xBF, 0xB7, 0xA7, 0xB0, 0x2013...0x2026, 0x2116, 0x20AC, 0x3000...0x3030,
        0xFF01...0xFF1F:
        true
    default: false
    }
}

/// What any other character costs.
private func otherWeight(_ scalar: UInt32) -> Double {
    if scalar == 0xFFFD || scalar < 0xA0 || (0xE000...0xF8FF).contains(scalar) { return -16 }
    if isTypographic(scalar) { return scalar == 0xA7 || scalar == 0xB0 || scalar == 0xB7 ? -6 : -4 }
    return -9
}

private func latinWeight(_ scalar: UInt32, alphabet: Set<UInt32>) -> Double {
    if alphabet.contains(scalar) { return -2.8 }
    guard (0xC0...0x24F).contains(scalar), scalar != 0xD7, scalar != 0xF7 else { return otherWeight(scalar) }
    let lower: UInt32 = scalar < 0xDF ? scalar + 0x20 : scalar | 1
    if alphabet.contains(lower) || (0x139...0x17E).contains(scalar) && alphabet.contains(scalar + 1) { return -4.5 }
    return -8
}

private func letterWeight(_ scalar: UInt32, in weights: [UInt32: Double], rare: ClosedRange<UInt32>) -> Double {
    weights[scalar] ?? (rare.contains(scalar) ? -8 : otherWeight(scalar))
}

private func japaneseWeight(_ scalar: UInt32) -> Double {
    switch scalar {
    case 0x3041...0x3093: "のにはをたがでてとしれさいなるかっも".unicodeScalars.contains { $0.value == scalar } ? -4 : -5.5
    case 0x30A1...0x30FC: -6
    case 0x3001, 0x3002: -4.5
    case 0x4E00...0x9FFF: commonJapanese.contains(scalar) ? -6 : -8.8
    case 0xFF61...0xFF9F: -9
    case 0x3000...0x30FF, 0xFF01...0xFF5E: -7
    default: scalar > 0x2E80 ? -13 : otherWeight(scalar) - 3
    }
}

private func koreanWeight(_ scalar: UInt32) -> Double {
    switch scalar {
    case 0xAC00...0xD7A3: commonKorean.contains(scalar) ? -4.5 : -7.5
    case 0x3001...0x3030, 0xFF01...0xFF5E, 0x2018...0x201D: -7
    case 0x4E00...0x9FFF: -11
    default: scalar > 0x2E80 ? -13 : otherWeight(scalar) - 3
    }
}

private func chineseWeight(_ scalar: UInt32, common: Set<UInt32>) -> Double {
    switch scalar {
    case 0x3001, 0x3002, 0xFF0C: -4
    case 0x4E00...0x9FFF: common.contains(scalar) ? -5.3 : -9
    case 0x3000...0x3030, 0xFF01...0xFF5E, 0x2014, 0x2018...0x201D: -6
    default: scalar > 0x2E80 ? -13 : otherWeight(scalar) - 3
    }
}

/// The weights of letters listed in groups, each with its frequency in percent; capitals count a tenth of that.
private func weights(_ groups: [(letters: String, percent: Double)]) -> [UInt32: Double] {
    var weights: [UInt32: Double] = [:]
    for (letters, percent) in groups {
        for letter in letters {
            for scalar in letter.unicodeScalars { weights[scalar.value] = log(percent / 100) }
            let upper = letter.uppercased().unicodeScalars
            if let scalar = upper.first, upper.count == 1, weights[scalar.value] == nil {
                weights[scalar.value] = log(percent / 1_000) - 0.3
            }
        }
    }
    return weights
}

private let cyrillicWeights = weights([
    ("о", 10.5), ("еа", 8), ("ин", 7), ("т", 6.2), ("ср", 5), ("вл", 4.4), ("кмдпу", 3), ("яыьгзб", 1.7), ("чйх", 1.1),
    ("і", 2.5), ("жшюц", 0.7), ("щэф", 0.3), ("їєј", 0.6), ("ъ", 0.25), ("ёўљњћџђ", 0.15), ("ґѓќѕ", 0.04),
])
private let greekWeights = weights([
    ("α", 9.5), ("οτεινισ", 7), ("ρπκης", 4.5), ("υμλωγδ", 3), ("άέίόήύώ", 2), ("θχφβ", 1.2), ("ξζψ", 0.5),
    ("ϊϋΐΰ", 0.1),
])
private let hebrewWeights = weights([
    ("ויה", 10), ("לאמרתב", 6), ("נשםעד", 4), ("קחפכ", 2.4), ("טצגזסן", 1.6), ("ךףץ", 0.7),
])
private let arabicWeights = weights([
    ("ا", 13), ("ل", 11), ("ينم", 7), ("وترب", 5), ("هةعدسف", 3.5), ("كقحأجشصىط", 1.7), ("خذضزغثئإءظ", 0.8),
    ("ؤآ", 0.3),
    ("پچگژ", 0.7), ("کی", 2), ("،؟", 0.7), ("ًٌٍَُِّْ", 0.1),
])
private let thaiWeights = weights([
    ("านรอก", 6), ("เงมยลว่", 4.5), ("ดทสตะปบคไแหี", 2.8), ("จพขใโชผถซธณศภ", 1.1), ("\u{E31}\u{E34}\u{E49}\u{E48}", 3.2),
    ("\u{E37}\u{E38}\u{E39}\u{E4C}\u{E47}\u{E36}\u{E33}", 1.3),
])

/// The letters above ASCII that a language writes.
private let latinAlphabets: [String: Set<UInt32>] = [
    "en": "éèïô£", "fr": "àâçéèêëîïôûùœ", "de": "äöüß", "es": "áéíñóúü¿¡ºª", "pt": "áàâãçéêíóôõúºª", "it": "àèéìòù",
    "nl": "ëïéèöü", "sv": "åäöé", "no": "åæøéò", "fi": "äöå", "is": "áðéíóúýþæö", "ca": "àçèéíïòóúü", "et": "äöõüšž",
    "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž", "sk": "áäčďéíĺľňóôŕšťúýž", "hu": "áéíóöőúüű", "hr": "čćđšž",
    "sl": "čšž", "ro": "ăâîşţ", "tr": "çğıöşüâî", "lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūž",
].mapValues { Set($0.unicodeScalars.map(\.value)) }

private func scalars(_ text: String) -> Set<UInt32> { Set(text.unicodeScalars.map(\.value)) }

private let commonSimplified = scalars(
    """
    的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没
    动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物
    手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口
    认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基据
    议星期一决定桥梁关闭两周河记者北京新华社经济部长总统领导人今天宣布
    """)
private let commonTraditional = scalars(
    """
    的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒
    動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物
    手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口
    認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基據
    議橋樑關閉週河記者台灣台北新聞經濟部長總統領導人今天宣布表示
    """)
private let commonJapanese = scalars(
    """
    日一国人年大十二本中長出三時行見月分後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語土木聞食車何南万毎白天
    母火右読友左休父雨市会議決定橋政府首相大臣発表新社事者部内者対地方選挙経済米中国警察県都区問題動力場自明同民主体実法
    """)
private let commonKorean = scalars(
    """
    이다는의에을를가한은하고기지로사도대서시자나일인정리어과부수해전있아보제그주원장으제와들조국여경만상구것라면동연스비무공선안위오마유방관소화성미
    계중말치까게신생세내발할했습니다니데적각우때같년월북반회결차강민당실행두진금요트통령후거모물양단개건설현래분신임
    """)
