/// The elements that reading a page tells apart; `other` for the rest.
enum HTMLTag: UInt8, CaseIterable, Sendable {
    case text, other
    case html, head, body, title, meta, link, script, style, template, noscript, base
    case address, article, aside, blockquote, center, dd, details, dialog, dir, div, dl, dt, fieldset, figcaption,
        figure, footer, form, h1, h2, h3, h4, h5, h6, header, hgroup, hr, li, main, menu, nav, ol, p, pre, section,
        summary, table, tbody, td, tfoot, th, thead, tr, ul, optgroup, option
    case a, b, strong, em, i, u, span, small, cite, q, sub, sup, br, time, font, label, legend, caption, abbr, mark, s,
        del, ins
    case svg, iframe, object, embed, canvas, audio, video, map, input, button, select, textarea, math, picture, img,
        source, rt, rp, ruby
    case ampAd, ampEmbed, ampSocialShare

    /// The element of a name in lower case.
    init(name: String) {
        self = Self.byName[name] ?? .other
    }

    private static let byName: [String: HTMLTag] = {
        var names: [String: HTMLTag] = [:]
        for tag in allCases where tag != .text && tag != .other { names["\(tag)"] = tag }
        names["amp-ad"] = .ampAd
        names["amp-embed"] = .ampEmbed
        names["amp-social-share"] = .ampSocialShare
        return names
    }()

    /// Whether it is a heading, `h1` to `h6`.
    var isHeading: Bool { (HTMLTag.h1.rawValue...HTMLTag.h6.rawValue).contains(rawValue) }

    /// Whether its text stands apart from what is before and after it.
    var isBlock: Bool {
        self == .body || self == .html
            || (HTMLTag.address.rawValue...HTMLTag.option.rawValue).contains(rawValue)
    }
}

/// The attributes that reading a page looks at; all others are left out of the tree.
enum HTMLAttribute: UInt8, CaseIterable, Sendable {
    case `class`, id, href, rel, name, property, content, itemprop, itemtype, itemscope, datetime, lang, xmlLang, type,
        role, hidden, style, ariaHidden, ariaLabel, dataComponent, dataTestid, dataType, dataModule, dataBlockType,
        dataComponentName, pubdate, title, alt, httpEquiv, charset, start

    /// Its name in the page, in lower case.
    var name: String {
        switch self {
        case .xmlLang: "xml:lang"
        case .ariaHidden: "aria-hidden"
        case .ariaLabel: "aria-label"
        case .dataComponent: "data-component"
        case .dataTestid: "data-testid"
        case .dataType: "data-type"
        case .dataModule: "data-module"
        case .dataBlockType: "data-block-type"
        case .dataComponentName: "data-component-name"
        case .httpEquiv: "http-equiv"
        default: "\(self)"
        }
    }

    /// The attribute of a name as it stands in markup; `nil` for one that is not looked at.
    static func find(_ name: some Collection<UInt8>) -> HTMLAttribute? {
        let length = name.count
        guard length < byLength.count else { return nil }
        for (bytes, attribute) in byLength[length] {
            if zip(name, bytes).allSatisfy({ ($0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0) == $1 }) { return attribute }
        }
        return nil
    }

    private static let byLength: [[([UInt8], HTMLAttribute)]] = {
        var table: [[([UInt8], HTMLAttribute)]] = Array(repeating: [], count: 24)
        for attribute in allCases { table[attribute.name.utf8.count].append((Array(attribute.name.utf8), attribute)) }
        return table
    }()
}
