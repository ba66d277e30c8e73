import FitnessMeasure
import Foundation
import KioskUI

/// Every sentence that a visitor can read, from `assets/words/<language>.json`. A missing line does not load.
///
/// Hundreds of texts, handed to every card of every picture: one object, so that handing it on copies nothing.
public final class Words: Decodable, Sendable {
    /// In which language the sentences of the data files go with these.
    let language: TextLanguage
    let foot: Foot
    let wall: Wall
    let alert: AlertWords
    let story: StoryWords
    let weather: WeatherWords
    let time: Time
    let start: StartWords
    let cardTrouble: CardTroubleWords
    let enrolment: EnrolmentWords
    let find: Find
    let card: CardWords
    let home: Home
    let measure: Measure
    let pressure: Pressure
    let typedPressure: TypedPressureWords
    let fitness: Fitness
    let weight: Weight
    let grip: Grip
    let chair: Chair
    let test: TestWords
    let screening: ScreeningWords
    let units: Units
    let result: Result
    let records: RecordsWords
    let plan: PlanWords
    let slip: SlipWords
    let staff: StaffWords
    let cues: CueWords
    let instruments: InstrumentWords
    let pairing: PairingWords
    let deviceRoom: DeviceRoomWords
    let claim: ClaimWords
    let help: Help
    let idle: Idle
    let display: Display
    let fallback: Fallback

    /// Reads a language's file; throws what is missing or misspelt, and where.
    public static func read(_ file: URL) throws -> Words {
        try JSONDecoder().decode(Words.self, from: try Data(contentsOf: file))
    }

    public struct Foot: Decodable, Equatable, Sendable { var home, back, help, up, down: String }

    public struct Wall: Decodable, Equatable, Sendable {
        var invitation, noWeather, noBuses, noBusesNow, todaysClass, noClass, notice, waitingForNews, noNotice: String
        var remoteClass, lowFloor, lastBus, arriving: String
        var busIn, busAge, stopsBefore, classLine, classPlace, noticeAge, noticeUndated, warnings, air: Sentence
        /// From good to very bad.
        var airGrades: [String]
    }

    public struct AlertWords: Decodable, Equatable, Sendable {
        var grave, urgent, advice, over, exercise, areaUncertain, goOn: String
        var came: Sentence
    }

    /// Of the cards that have the wall's main place.
    public struct StoryWords: Decodable, Equatable, Sendable {
        var todaysWeather, tomorrowsWeather, weeksWeather, lowest, highest, dryWeek: String
        var tomorrowHot, tomorrowCold, tomorrowWet, tomorrowSnow, tomorrowMild: String
        var buses, job, course, practice, pin, care, then, running, applyToday, tomorrow: String
        var greetingMorning, greetingDay, greetingEvening, greetingText: String
        var invitation, invitationText, stretching, stretchingText, water, waterText: String
        var rainChance, wetDay, applyBy, inMinutes, inHours, timetable, pinned, newsletter: Sentence
        var shelterUnknown: String
        var shelter, shelterLater: Sentence
    }

    public struct WeatherWords: Decodable, Equatable, Sendable {
        var clear, mostlyCloudy, overcast, rain, rainAndSnow, snow, shower, drizzle: String
        var adviceHot, adviceCold, adviceWet, adviceSnow, adviceWind, adviceMild: String
        var degrees, feelsLike, feelsLikeBelow, issued: Sentence
    }

    public struct Time: Decodable, Equatable, Sendable {
        /// Sunday first.
        var weekdays: [String]
        /// January first.
        var months: [String]
        var morning, afternoon, today, yesterday, tomorrow: String
        var date, clock, hour, whole, exact, day, secondsAgo, minutesAgo, hoursAgo, daysAgo: Sentence
    }

    public struct StartWords: Decodable, Equatable, Sendable {
        var sentence, newcomer, newcomerHint, withoutCard, withoutCardHint, display, displayHint, looking: String
    }

    public struct CardTroubleWords: Decodable, Equatable, Sendable {
        var damaged, barcode, link, foreign, stranger, notOurs, replaced, lost: Advice
        var otherwise, otherwiseAdvice: String

        /// What it is, and what to do now.
        struct Advice: Decodable, Equatable, Sendable { var sentence, advice: String }
    }

    public struct EnrolmentWords: Decodable, Equatable, Sendable {
        var caption, membershipSentence, membershipText, agree, decline: String
        var healthSentence, healthText, agreeHealth, declineHealth: String
        var nameSentence, nameHint, nameDone, nameMissing, erase: String
        var yearSentence, yearOutOfRange, monthSentence, sexSentence, female, male: String
        var phoneSentence, skip, helperSentence, alone: String
        var reviewSentence, nameLabel, birthLabel, sexLabel, phoneLabel, healthLabel, none: String
        var agreed, declined, saving, confirm: String
        var birth, month, supporter: Sentence
    }

    public struct Find: Decodable, Equatable, Sendable {
        var sentence, byName, byNameHint, byPhone, byPhoneHint, initialsExample, initialsSentence: String
        var phoneSentence, nobody, nobodyAdvice, whichOne: String
        var bornIn: Sentence
    }

    public struct CardWords: Decodable, Equatable, Sendable { var sentence, keep, start: String }

    public struct Home: Decodable, Equatable, Sendable {
        var pressure, pressureHint, fitness, fitnessHint, records, recordsHint, classes, noClass: String
        var welcome, honoured, whose, attendedFirst, attendedAgain: Sentence
    }

    public struct Measure: Decodable, Equatable, Sendable {
        var simulated, saving, saved, notSaved, notSavedAdvice, again, save, next, tryAgain: String
        var deviceError, unreadable, implausible, unstable: String
    }

    public struct Pressure: Decodable, Equatable, Sendable {
        var title, insertArm, stayStill, step1, step2, step3, cuffAway, cuffReady, failedAdvice, upper, lower: String
        var restFirst, restSentence, restLeft, measureNow, pressing: String
        var usual, slightlyHigh, high, low, callSupporter: String
        var usualAdvice, slightlyHighAdvice, highAdvice, lowAdvice, callSupporterAdvice: String
        var pressingAt, pulse, lastTime, told: Sentence
    }

    public struct Fitness: Decodable, Equatable, Sendable {
        var title, sentence, nextSentence, next, gated, seated, unwell, allDone, notYet, done, leftOut,
            showResult: String
    }

    public struct Weight: Decodable, Equatable, Sendable { var done: String }

    public struct Grip: Decodable, Equatable, Sendable { var squeeze, how, away, keepOn: String }

    public struct Chair: Decodable, Equatable, Sendable {
        var getReady, seconds, count, oneMore, undo, finished: String
        var secondsLeft: Sentence
    }

    public struct TestWords: Decodable, Equatable, Sendable {
        var start, type, typeIt, typeAgain, typedDiffer, notNow, stop, wellDone, once, enough: String
        var press, pressAtEnd, pressWhenMoved, running, tooEarly, falseStart, tooLong, countStep: String
        var isItRight, isItRightAdvice, right, impossible: String
        var whyNot, skipRefused, skipPain, skipNoSpace, skipNoEquipment, restNow, restAdvice: String
        var rightHand, leftHand, nextRight, nextLeft, betterCounts, lastCounts, meanCounts: String
        /// First, second, third.
        var trials: [String]
        var detailed, course, tooLow, tooHigh: Sentence
    }

    public struct ScreeningWords: Decodable, Equatable, Sendable {
        var title, yes, no: String
        var place: Sentence
    }

    /// A unit's word, and how an amount is said in it.
    public struct Units: Decodable, Equatable, Sendable {
        var kilogram, repetitions, steps, second, centimetre, metre, metrePerSecond, percent, celsius, inch: Unit
        var perMinute: Unit

        struct Unit: Decodable, Equatable, Sendable {
            var word: String
            var amount: Sentence
        }
    }

    public struct Result: Decodable, Equatable, Sendable {
        var sentence, noLevel: String
        /// From 1 to 5.
        var levels: [String]
        var exercises: Exercises
        var caption, strength, workOn, more, less, faster, slower: Sentence

        /// One small thing to do at home for each factor of fitness.
        struct Exercises: Decodable, Equatable, Sendable {
            var cardio, upperStrength, lowerStrength, flexibility, balance, coordination: String
        }
    }

    public struct RecordsWords: Decodable, Equatable, Sendable {
        var whichMonth, tryAgain, none, sentence, grip, weight, count, time, reach, distance: String
        var height, other: String
        var line: Sentence
    }

    public struct PlanWords: Decodable, Equatable, Sendable {
        var title, hint, waiting, waitingAdvice, referred, referredAdvice, none, noneAdvice: String
        /// A letter or two for each day, Monday first.
        var letters: [String]
    }

    /// The week on paper.
    public struct SlipWords: Decodable, Equatable, Sendable { var print, printed, keep: String }

    public struct StaffWords: Decodable, Equatable, Sendable {
        var title, pinSentence, pinRefused, pinAgain, choose, whose, confirm, trayEmpty: String
        var trayCount, isItTheirs, entry: Sentence
        var reasons: Reasons

        /// Why nobody has a reading.
        public struct Reasons: Decodable, Equatable, Sendable {
            var nobodyArmed, otherQuantity, fromStorage, olderThanArmed, implausible, duplicate: String
            var repeatedBytes, demonstration, unitSuspicious, clockChanged, otherInstrument, ageUnknown: String
            var leftUnsaved, saveFailed, unknown: String
        }
    }

    public struct Help: Decodable, Equatable, Sendable { var sentence, advice, display, staff, close: String }

    public struct Idle: Decodable, Equatable, Sendable {
        var sentence, explanation, stay: String
        var seconds: Sentence
    }

    public struct Display: Decodable, Equatable, Sendable {
        var sentence, normal, larger, largest, paper, dark, size, ground, language: String
    }

    public struct Fallback: Decodable, Equatable, Sendable { var sentence, advice: String }
}
