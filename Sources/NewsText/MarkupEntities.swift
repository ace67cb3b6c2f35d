/// Reads the entities of XML and HTML: `&amp;`, `&#8217;`, `&#x2019;`, `&rsquo;`.
public enum MarkupEntities {
    /// The text that `bytes` stand for. What is no entity stays as it is.
    ///
    /// `own` are entities that a document declares itself; what they stand for is not read for entities again, so their
    /// number cannot multiply.
    public static func decoded(_ bytes: ArraySlice<UInt8>, own: [String: String] = [:]) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var at = bytes.startIndex
        while let ampersand = bytes[at...].firstIndex(of: UInt8(ascii: "&")) {
            output += bytes[at..<ampersand]
            let (text, end) = entity(in: bytes[bytes.index(after: ampersand)...], own: own)
            if let text {
                output += text.utf8
                at = end
            } else {
                output.append(UInt8(ascii: "&"))
                at = bytes.index(after: ampersand)
            }
        }
        output += bytes[at...]
        return String(decoding: output, as: UTF8.self)
    }

    /// The text that `text` stands for.
    public static func decoded(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: "&")) ? decoded(Array(text.utf8)[...]) : text
    }

    /// UTF-8 text with the controls U+0080–9F, which nobody means, as the signs that windows-1252 has in their places.
    public static func withPunctuation(_ bytes: [UInt8]) -> [UInt8] {
        guard var at = controlIndex(in: bytes, from: 0) else { return bytes }
        var output = Array(bytes[..<at])
        while at < bytes.count {
            if at + 1 < bytes.count, bytes[at] == 0xC2, let sign = windows1252[UInt32(bytes[at + 1])] {
                output += String(sign).utf8
                at += 2
            } else {
                output.append(bytes[at])
                at += 1
            }
        }
        return output
    }

    private static func controlIndex(in bytes: [UInt8], from start: Int) -> Int? {
        var from = start
        while let at = bytes[from...].firstIndex(of: 0xC2) {
            if at + 1 < bytes.count, bytes[at + 1] < 0xA0 { return at }
            from = at + 1
        }
        return nil
    }

    /// What the entity behind an ampersand stands for and where it ends; no text when it is none.
    private static func entity(in bytes: ArraySlice<UInt8>, own: [String: String]) -> (String?, Int) {
        let name = bytes.prefix(32).prefix { isNameByte($0) }
        let isClosed = name.endIndex < bytes.endIndex && bytes[name.endIndex] == UInt8(ascii: ";")
        let end = isClosed ? bytes.index(after: name.endIndex) : name.endIndex
        guard let first = name.first else { return (nil, end) }
        let text = String(decoding: name, as: UTF8.self)
        if first == UInt8(ascii: "#") { return (number(text.dropFirst()), end) }
        guard isClosed else {
            // Without the semicolon only what pages have always been read with: `&amp` and `&nbsp`, not in addresses.
            let isOpen = name.endIndex < bytes.endIndex && bytes[name.endIndex] == UInt8(ascii: "=")
            guard !isOpen, unclosed.contains(text) else { return (nil, end) }
            return (named[text], end)
        }
        return (own[text] ?? named[text] ?? (text == "apos" ? "'" : nil), end)
    }

    private static func number(_ digits: Substring) -> String? {
        let isHexadecimal = digits.first == "x" || digits.first == "X"
        guard let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits) else { return nil }
        // Pages number the signs of windows-1252 by their bytes.
        if (0x80...0x9F).contains(value), let sign = windows1252[value] { return String(sign) }
        guard value > 0, let scalar = Unicode.Scalar(value) else { return "\u{FFFD}" }
        return String(scalar)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "#")
            || byte == UInt8(ascii: "_")
    }

    private static let unclosed: Set<String> = ["amp", "lt", "gt", "quot", "nbsp", "copy", "reg"]

    private static let windows1252: [UInt32: Unicode.Scalar] = [
        0x80: "\u{20AC}", 0x82: "\u{201A}", 0x83: "\u{192}", 0x84: "\u{201E}", 0x85: "\u{2026}", 0x86: "\u{2020}",
        0x87: "\u{2021}", 0x88: "\u{2C6}", 0x89: "\u{2030}", 0x8A: "\u{160}", 0x8B: "\u{2039}", 0x8C: "\u{152}",
        0x8E: "\u{17D}", 0x91: "\u{2018}", 0x92: "\u{2019}", 0x93: "\u{201C}", 0x94: "\u{201D}", 0x95: "\u{2022}",
        0x96: "\u{2013}", 0x97: "\u{2014}", 0x98: "\u{2DC}", 0x99: "\u{2122}", 0x9A: "\u{161}", 0x9B: "\u{203A}",
        0x9C: "\u{153}", 0x9E: "\u{17E}", 0x9F: "\u{178}",
    ]

    /// The entities of HTML 4 by name, with the code points they stand for.
    private static let named: [String: String] = {
        let words = table.split(separator: " ")
        var named: [String: String] = [:]
        for index in stride(from: 0, to: words.count - 1, by: 2) {
            if let scalar = UInt32(words[index + 1]).flatMap(Unicode.Scalar.init) {
                named[String(words[index])] = String(scalar)
            }
        }
        return named
    }()

    private static let table = """
        AElig 198 Aacute 193 Acirc 194 Agrave 192 Alpha 913 Aring 197 Atilde 195 Auml 196 Beta 914 Ccedil 199 \
        Chi 935 Dagger 8225 Delta 916 ETH 208 Eacute 201 Ecirc 202 Egrave 200 Epsilon 917 Eta 919 Euml 203 Gamma 915 \
        Iacute 205 Icirc 206 Igrave 204 Iota 921 Iuml 207 Kappa 922 Lambda 923 Mu 924 Ntilde 209 Nu 925 OElig 338 \
        Oacute 211 Ocirc 212 Ograve 210 Omega 937 Omicron 927 Oslash 216 Otilde 213 Ouml 214 Phi 934 Pi 928 \
        Prime 8243 Psi 936 Rho 929 Scaron 352 Sigma 931 THORN 222 Tau 932 Theta 920 Uacute 218 Ucirc 219 Ugrave 217 \
        Upsilon 933 Uuml 220 Xi 926 Yacute 221 Yuml 376 Zeta 918 aacute 225 acirc 226 acute 180 aelig 230 agrave 224 \
        alefsym 8501 alpha 945 amp 38 and 8743 ang 8736 aring 229 asymp 8776 atilde 227 auml 228 bdquo 8222 beta 946 \
        brvbar 166 bull 8226 cap 8745 ccedil 231 cedil 184 cent 162 chi 967 circ 710 clubs 9827 cong 8773 copy 169 \
        crarr 8629 cup 8746 curren 164 dArr 8659 dagger 8224 darr 8595 deg 176 delta 948 diams 9830 divide 247 \
        eacute 233 ecirc 234 egrave 232 empty 8709 emsp 8195 ensp 8194 epsilon 949 equiv 8801 eta 951 eth 240 \
        euml 235 euro 8364 exist 8707 fnof 402 forall 8704 frac12 189 frac14 188 frac34 190 frasl 8260 gamma 947 \
        ge 8805 gt 62 hArr 8660 harr 8596 hearts 9829 hellip 8230 iacute 237 icirc 238 iexcl 161 igrave 236 \
        image 8465 infin 8734 int 8747 iota 953 iquest 191 isin 8712 iuml 239 kappa 954 lArr 8656 lambda 955 \
        lang 9001 laquo 171 larr 8592 lceil 8968 ldquo 8220 le 8804 lfloor 8970 lowast 8727 loz 9674 lrm 8206 \
        lsaquo 8249 lsquo 8216 lt 60 macr 175 mdash 8212 micro 181 middot 183 minus 8722 mu 956 nabla 8711 nbsp 160 \
        ndash 8211 ne 8800 ni 8715 not 172 notin 8713 nsub 8836 ntilde 241 nu 957 oacute 243 ocirc 244 oelig 339 \
        ograve 242 oline 8254 omega 969 omicron 959 oplus 8853 or 8744 ordf 170 ordm 186 oslash 248 otilde 245 \
        otimes 8855 ouml 246 para 182 part 8706 permil 8240 perp 8869 phi 966 pi 960 piv 982 plusmn 177 pound 163 \
        prime 8242 prod 8719 prop 8733 psi 968 quot 34 rArr 8658 radic 8730 rang 9002 raquo 187 rarr 8594 rceil 8969 \
        rdquo 8221 real 8476 reg 174 rfloor 8971 rho 961 rlm 8207 rsaquo 8250 rsquo 8217 sbquo 8218 scaron 353 \
        sdot 8901 sect 167 shy 173 sigma 963 sigmaf 962 sim 8764 spades 9824 sub 8834 sube 8838 sum 8721 sup 8835 \
        sup1 185 sup2 178 sup3 179 supe 8839 szlig 223 tau 964 there4 8756 theta 952 thetasym 977 thinsp 8201 \
        thorn 254 tilde 732 times 215 trade 8482 uArr 8657 uacute 250 uarr 8593 ucirc 251 ugrave 249 uml 168 \
        upsih 978 upsilon 965 uuml 252 weierp 8472 xi 958 yacute 253 yen 165 yuml 255 zeta 950 zwj 8205 zwnj 8204
        """
}
