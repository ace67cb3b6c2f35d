/// sputniknews.cn.
let sputnikChinese = Layout.sputnik(
    edition: "zh", otherNames: ["俄罗斯卫星通讯社", "卫星通讯社"],
    domains: ["sputniknews.cn"],
    form: Layout.Form(
        anchors: ["缩短网址", "短链接", "缩短链接"],
        chrome: ["收听广播", "广播", "直播", "搜索", "订阅"],
        closing: ["社区标准", "社区准则", "讨论", "评论"],
        storyline: ["专题", "主题"],
        related: ["相关新闻", "更多", "相关"],
        tags: ["标签", "关键词"],
        modified: ["更新时间", "更新"],
        morePhotos: ["更多图片", "更多照片"]))
