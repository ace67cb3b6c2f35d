extension AddressParts {
    /// The path in one form: see `WebAddress.canonical`.
    func canonicalPath() -> String {
        var segments: [ArraySlice<UInt8>] = []
        for segment in path.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            if segment.elementsEqual(".".utf8) { continue }
            if segment.elementsEqual("..".utf8) {
                _ = segments.popLast()
            } else {
                segments.append(segment)
            }
        }
        while segments.last?.isEmpty == true { segments.removeLast() }
        if let last = segments.last, ["index.html", "index.htm"].contains(String(decoding: last, as: UTF8.self)) {
            segments.removeLast()
        }
        while segments.count > 1, let last = segments.last, last.elementsEqual("amp".utf8) { segments.removeLast() }
        guard !segments.isEmpty else { return "" }
        var bytes: [UInt8] = []
        for segment in segments {
            bytes.append(UInt8(ascii: "/"))
            bytes += percentNormalized(segment)
        }
        for (suffix, plain) in [(".amp.html", ".html"), (".amp", "")] where bytes.count > suffix.utf8.count + 1 {
            guard bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) else { continue }
            bytes.removeLast(suffix.utf8.count)
            bytes += plain.utf8
            break
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The parameters that matter, sorted by name; parameters of one name keep their order.
    func canonicalQuery() -> String {
        var parameters: [(name: [UInt8], text: [UInt8])] = []
        for part in query.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: true) {
            let part = part.starts(with: "amp;".utf8) ? part.dropFirst(4) : part
            let name = part.prefix { $0 != UInt8(ascii: "=") }
            let value = part.dropFirst(name.count + 1)
            guard !part.isEmpty, !isTracking(name: name, value: value) else { continue }
            parameters.append((percentNormalized(name), percentNormalized(part)))
        }
        let sorted = parameters.enumerated().sorted { left, right in
            if left.element.name == right.element.name { return left.offset < right.offset }
            return left.element.name.lexicographicallyPrecedes(right.element.name)
        }
        let joined = sorted.map(\.element.text).joined(separator: [UInt8(ascii: "&")])
        return String(decoding: Array(joined), as: UTF8.self)
    }

    private func isTracking(name: ArraySlice<UInt8>, value: ArraySlice<UInt8>) -> Bool {
        let name = String(decoding: name.map(asciiLowercase), as: UTF8.self)
        if trackingParameters.contains(name) || trackingPrefixes.contains(where: name.hasPrefix) { return true }
        let value = String(decoding: value.map(asciiLowercase), as: UTF8.self)
        if referrerParameters.contains(name) { return referrers.contains(value) }
        return (name == "outputtype" && value == "amp") || (name == "amp" && ["", "1", "true"].contains(value))
    }
}

/// Parameters that say where the reader came from, never which page it is.
private let trackingParameters: Set<String> = [
    "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ymclid", "ysclid", "twclid",
    "ttclid", "li_fat_id", "igshid", "igsh", "mc_cid", "mc_eid", "_ga", "_gl", "_hsenc", "_hsmi", "hsctatracking",
    "mkt_tok", "vero_id", "vero_conv", "oly_anon_id", "oly_enc_id", "wickedid", "s_cid", "s_kwcid", "ncid", "cmpid",
    "cmp", "ito", "xtor", "smid", "smtyp", "ocid", "icid", "intcid", "ref_src", "ref_url", "fb_action_ids",
    "fb_action_types", "fb_source", "fb_ref", "__twitter_impression", "amp_js_v", "usqp", "spm", "trk", "trkcampaign",
    "mbid", "guccounter", "guce_referrer", "guce_referrer_sig", "soc_src", "soc_trk", "sref", "taid", "tpcc", "wt_mc",
    "wt_zmc", "wt.mc_id", "wt.mc_ev", "hootpostid", "echobox", "__cf_chl_tk", "epik", "rb_clickid", "sc_cid", "scid",
]

/// Beginnings of such parameters.
private let trackingPrefixes = [
    "utm_", "utm-", "pk_", "mtm_", "piwik_", "matomo_", "at_medium", "at_campaign", "at_custom", "at_link", "at_format",
    "at_ptr", "at_bbc", "ns_mchannel", "ns_source", "ns_campaign", "ns_linkname", "ns_fee", "sr_share", "hsa_",
]

/// Parameters that say where the reader came from when their value is one of `referrers`; elsewhere they may name a page.
private let referrerParameters: Set<String> = ["ref", "source", "src", "from", "via", "referrer", "partner"]

private let referrers: Set<String> = [
    "twitter", "twitter.com", "x", "facebook", "facebook.com", "fb", "tw", "linkedin", "reddit", "instagram",
    "whatsapp",
    "telegram", "youtube", "google", "googlenews", "news.google.com", "bing", "yahoo", "apple", "applenews",
    "flipboard",
    "rss", "feed", "atom", "newsletter", "email", "mail", "push", "social", "share", "home", "homepage", "hp", "index",
    "mobile", "app", "amp", "t.co",
]

/// `bytes` with percent-encoding in one form: unreserved characters plain, all other encoded ones in upper-case
/// hexadecimal, characters that may not stand in an address encoded, a `%` that encodes nothing as `%25`.
func percentNormalized(_ bytes: some Collection<UInt8>) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    let bytes = Array(bytes)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    func encode(_ byte: UInt8) { output += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    var position = 0
    while position < bytes.count {
        let byte = bytes[position]
        position += 1
        if byte == UInt8(ascii: "%") {
            guard position + 1 < bytes.count, let high = hexadecimalValue(bytes[position]),
                let low = hexadecimalValue(bytes[position + 1])
            else {
                output += "%25".utf8
                continue
            }
            position += 2
            let value = high << 4 | low
            if isUnreserved(value) { output.append(value) } else { encode(value) }
        } else if byte <= 0x20 || byte >= 0x7F || #""<>\^`{|}"#.utf8.contains(byte) {
            encode(byte)
        } else {
            output.append(byte)
        }
    }
    return output
}

private func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
    default: false
    }
}

private func hexadecimalValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
}
