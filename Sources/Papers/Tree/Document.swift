/// An official paper as a tree: what it says, apart from how it is printed.
package struct Document: Hashable, Sendable {
    /// The body that issues it, as in 臺北市政府; empty where the paper names none.
    package var issuer: String
    /// What it is, as in 資通安全維護計畫.
    package var title: String
    /// The version in words, as in 「115.01 版」.
    package var edition: String?
    /// The day of issue in words, as in 「中華民國 115 年 1 月 15 日」.
    package var issued: String?
    package var standing = Standing.draft
    package var front = Front.cover
    /// Paragraphs and tables before the first clause.
    package var opening: [Block] = []
    package var chapters: [Clause] = []
    package var annexes: [Annex] = []
    package var signOff: SignOff?
    package var seal: Seal?

    package init(issuer: String, title: String) {
        self.issuer = issuer
        self.title = title
    }

    /// Issuer and title in one line.
    package var fullTitle: String { issuer + title }

    /// Whether the paper still may change; a draft says so on every page.
    package enum Standing: String, Sendable {
        case draft, approved
    }

    /// How the paper begins.
    package enum Front: String, Sendable {
        /// With a cover and a contents page.
        case cover
        /// With a heading on its first page.
        case heading
        /// With its first table, which bears the paper's title: a register, an annex by itself.
        case table
    }
}

/// A table or text that belongs to a paper, on pages of its own: 「附件2」.
package struct Annex: Hashable, Sendable {
    /// What references name it by.
    package let id: ClauseID
    package let title: String
    package var page = Page.landscape
    package var blocks: [Block]

    package init(_ id: ClauseID, title: String, blocks: [Block]) {
        self.id = id
        self.title = title
        self.blocks = blocks
    }

    /// How the paper is turned.
    package enum Page: String, Sendable {
        case portrait, landscape
    }
}

/// The table at the end of a paper where those who answer for it sign (核定欄).
package struct SignOff: Hashable, Sendable {
    package let posts: [Post]

    package init(posts: [Post]) {
        self.posts = posts
    }

    /// One place to sign: the post, and the name and day where they are known already.
    package struct Post: Hashable, Sendable {
        package let title: String
        package let name: String
        package let signedOn: String

        package init(_ title: String, name: String = "", signedOn: String = "") {
            self.title = title
            self.name = name
            self.signedOn = signedOn
        }
    }
}
