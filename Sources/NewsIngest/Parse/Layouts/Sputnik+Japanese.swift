/// jp.sputniknews.com.
let sputnikJapanese = Layout.sputnik(
    edition: "ja", otherNames: ["Sputnik 日本", "スプートニク日本"],
    domains: ["jp.sputniknews.com", "sputniknews.jp"],
    form: Layout.Form(
        anchors: ["短縮URL", "短縮 URL"],
        chrome: ["ラジオを聴く", "ラジオ", "ライブ", "検索", "購読する"],
        closing: ["コミュニティ規則", "コミュニティの規則", "コミュニティ基準", "議論", "ディスカッション", "コメント"],
        storyline: ["テーマ", "特集"],
        related: ["関連ニュース", "関連記事", "関連"],
        tags: ["タグ"],
        modified: ["更新", "最終更新"],
        morePhotos: ["その他の写真", "もっと写真"]))
