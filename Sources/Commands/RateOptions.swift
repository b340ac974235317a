import ArgumentParser
import Web

/// How much one caller may ask of a served site.
struct RateOptions: ParsableArguments {
    @Option(help: "Requests a minute that the API takes from one key or person; 0 for no limit.")
    var apiPerMinute = Rates().apiPerMinute

    @Option(help: "Forms and requests to the API a minute by strangers of one network; 0: any.")
    var strangersPerMinute = Rates().strangersPerMinute

    @Option(help: "Exports of whole lists an hour by one person; 0 for no limit.")
    var exportsPerHour = Rates().exportsPerHour

    var rates: Rates {
        var rates = Rates()
        rates.apiPerMinute = apiPerMinute
        rates.strangersPerMinute = strangersPerMinute
        rates.exportsPerHour = exportsPerHour
        return rates
    }
}
