// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chain/formula.h"

#include <QTest>

#include <cmath>
#include <locale>
#include <random>

using namespace ochain;

namespace {

double valueOf(const std::string& text, const std::vector<double>& values = {})
{
    Result<Formula> formula = Formula::parse(text);
    return formula ? formula->evaluate(values) : std::nan("");
}

/// A locale that writes 1,5 and 1.000, as many do.
class CommaForPoint : public std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

} // namespace

class TestFormula : public QObject {
    Q_OBJECT

private slots:
    void arithmeticGoesAsOnPaper_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<double>("value");
        QTest::newRow("number") << QByteArray("42") << 42.0;
        QTest::newRow("decimal") << QByteArray("0.5") << 0.5;
        QTest::newRow("without a leading zero") << QByteArray(".25") << 0.25;
        QTest::newRow("powers of ten") << QByteArray("2.5e3 + 1E-1") << 2500.1;
        QTest::newRow("products first") << QByteArray("2 + 3 * 4") << 14.0;
        QTest::newRow("from left to right") << QByteArray("100 / 10 / 2 - 1 - 1") << 3.0;
        QTest::newRow("parentheses") << QByteArray("(2 + 3) * (4 - 6)") << -10.0;
        QTest::newRow("powers from right to left") << QByteArray("2 ^ 3 ^ 2") << 512.0;
        QTest::newRow("a sign is looser than a power") << QByteArray("-2 ^ 2") << -4.0;
        QTest::newRow("a sign in an exponent") << QByteArray("2 ^ -1 * 8") << 4.0;
        QTest::newRow("a sign behind an operator") << QByteArray("3 * -2 - -1") << -5.0;
        QTest::newRow("a plus sign") << QByteArray("+3 - (+1)") << 2.0;
        QTest::newRow("spaces and lines") << QByteArray(" 1\n+\t2 ") << 3.0;
    }
    void arithmeticGoesAsOnPaper()
    {
        QFETCH(QByteArray, text);
        QFETCH(double, value);
        QCOMPARE(valueOf(text.toStdString()), value);
    }

    void namesAreToldOnceInTheOrderOfMention()
    {
        Result<Formula> formula = Formula::parse("users * price * 12 + users / Rate_2 - sin * pi * e");
        QVERIFY(formula.has_value());
        const std::vector<std::string> names{"users", "price", "Rate_2", "sin", "pi", "e"}; // no function, no constant
        QCOMPARE(formula->names(), names);
        QCOMPARE(formula->evaluate(std::vector<double>{10, 2, 5, 1, 1, 1}), 10 * 2 * 12 + 10.0 / 5 - 1);
        QCOMPARE(formula->evaluate(std::vector<double>{1, 1, 1, 0, 0, 0}), 13.0);
    }

    void doublesAreTakenOperationByOperation()
    {
        Result<Formula> sums = Formula::parse("a*2 + a*3 + a + a + a/3");
        Result<Formula> powers = Formula::parse("a^2 - a^0.5 * b^3 / 7 - b - b");
        QVERIFY(sums.has_value() && powers.has_value());
        std::mt19937_64 random(7);
        std::uniform_real_distribution<double> number(0.001, 5e9);
        for (int i = 0; i < 10'000; ++i) {
            const double a = number(random);
            const double b = number(random);
            if (sums->evaluate(std::vector<double>{a}) != a * 2 + a * 3 + a + a + a / 3)
                QFAIL("a sum was folded");
            if (powers->evaluate(std::vector<double>{a, b}) !=
                std::pow(a, 2.0) - std::pow(a, 0.5) * std::pow(b, 3.0) / 7 - b - b)
                QFAIL("a power was folded");
        }
    }

    void arithmeticWithoutAResultIsNotFinite()
    {
        QVERIFY(!std::isfinite(valueOf("1 / 0")));
        QVERIFY(std::isnan(valueOf("(-8) ^ 0.5")));
        QVERIFY(!std::isfinite(valueOf("10 ^ 308 * 10")));
    }

    void theLocaleHasNoSayInNumbers()
    {
        const std::locale before =
            std::locale::global(std::locale(std::locale(), new CommaForPoint)); // the locale owns it
        const double value = valueOf("1.5 + x * 1000.25", {2.0});
        std::locale::global(before);
        QCOMPARE(value, 2002.0);
    }

    void whatIsNoFormulaSaysWhereItGoesWrong_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("empty") << QByteArray("  ") << QByteArray("empty");
        QTest::newRow("operand missing at the end") << QByteArray("2 *") << QByteArray("character 4");
        QTest::newRow("operand missing") << QByteArray("2 * / 3") << QByteArray("character 5");
        QTest::newRow("operator missing") << QByteArray("2 users") << QByteArray("character 3");
        QTest::newRow("two signs") << QByteArray("--3") << QByteArray("character 2");
        QTest::newRow("not closed") << QByteArray("2 * (3 + 4") << QByteArray("character 5");
        QTest::newRow("closes nothing") << QByteArray("2) + 1") << QByteArray("character 2");
        QTest::newRow("nothing inside") << QByteArray("2 + ()") << QByteArray("character 6");
        QTest::newRow("a function") << QByteArray("sin(1)") << QByteArray("character 4");
        QTest::newRow("a comparison") << QByteArray("a < b") << QByteArray("character 3");
        QTest::newRow("a condition") << QByteArray("a ? b : c") << QByteArray("character 3");
        QTest::newRow("an assignment") << QByteArray("a = 1") << QByteArray("character 3");
        QTest::newRow("a comma") << QByteArray("1,5") << QByteArray("character 2");
        QTest::newRow("a text") << QByteArray("\"a\"") << QByteArray("character 1");
        QTest::newRow("other letters") << QByteArray("2 * 用户") << QByteArray("用");
        QTest::newRow("two points") << QByteArray("1.2.3") << QByteArray("character 4");
        QTest::newRow("a lone point") << QByteArray("1 + .") << QByteArray("character 5");
        QTest::newRow("too large a number") << QByteArray("1e999") << QByteArray("character 1");
    }
    void whatIsNoFormulaSaysWhereItGoesWrong()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, says);
        const Result<Formula> formula = Formula::parse(text.toStdString());
        QVERIFY(!formula.has_value());
        QCOMPARE(formula.error().kind, ErrorKind::InvalidInput);
        QVERIFY2(formula.error().message().find(says.toStdString()) != std::string::npos,
                 formula.error().message().c_str());
    }

    void lengthAndDepthHaveLimits()
    {
        const auto nested = [](std::size_t depth) { return std::string(depth, '(') + "1" + std::string(depth, ')'); };
        QCOMPARE(valueOf(nested(kMaxFormulaNesting)), 1.0);
        QVERIFY(!Formula::parse(nested(kMaxFormulaNesting + 1)).has_value());
        std::string longest = "1";
        double sum = 1;
        for (; longest.size() + 2 <= kMaxFormulaLength; ++sum)
            longest += "+1";
        QCOMPARE(valueOf(longest), sum);
        QVERIFY(!Formula::parse(longest + "+10").has_value());
    }

    void aFormulaSurvivesBeingMoved()
    {
        Result<Formula> formula = Formula::parse("a + 1");
        QVERIFY(formula.has_value());
        std::vector<Formula> formulas;
        formulas.push_back(std::move(*formula));
        formulas.push_back(std::move(*Formula::parse("a * b")));
        QCOMPARE(formulas[0].evaluate(std::vector<double>{2}), 3.0);
        QCOMPARE(formulas[1].evaluate(std::vector<double>{2, 5}), 10.0);
    }
};

QTEST_APPLESS_MAIN(TestFormula)
#include "tst_formula.moc"
