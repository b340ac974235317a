/// Invented names of people; some with rare characters, as real lists have.
enum ModelName {
    static func next(using generator: inout SeededGenerator) -> String {
        if Int.random(in: 0..<400, using: &generator) == 0 {
            return rare[Int.random(in: 0..<rare.count, using: &generator)]
        }
        return pick(surnames, &generator) + pick(first, &generator) + pick(second, &generator)
    }

    private static func pick(_ words: [String], _ generator: inout SeededGenerator) -> String {
        words[Int.random(in: 0..<words.count, using: &generator)]
    }

    private static let surnames = Array(
        "陳陳陳林林林黃黃張張李李王王吳劉蔡楊許鄭謝郭洪曾邱廖賴周徐蘇葉莊呂江何蕭羅高潘簡朱鍾彭游詹胡施沈余趙盧梁"
    ).map(String.init)
    private static let first = Array("雅怡志建淑美俊家宗冠承柏詩欣佩惠文明國麗秀玉慧信宏仁彥品宜子").map(String.init)
    private static let second = Array("婷君明宏芬玲傑豪翰廷恩宇涵儀珊雯華雄強娟英珠如義德哲安庭瑜軒萱").map(String.init)
    private static let rare = ["游文堃", "𠮷田美惠", "陳喆", "林峯", "張瀞云", "黃𡍼生", "李瑀婕", "周杬"]
}
