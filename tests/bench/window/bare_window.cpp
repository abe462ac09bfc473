// SPDX-FileCopyrightText: O-chain contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QApplication>
#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QMainWindow>
#include <QValueAxis>

// The yardstick of the start: the least that a program of Qt Charts does to show a window with one chart in it.
int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    auto* bars = new QBarSet(QStringLiteral("Capacity"));
    QStringList years;
    for (int year = 2024; year < 2034; ++year) {
        *bars << (year - 2020) * 1.5;
        years << QString::number(year);
    }
    auto* series = new QBarSeries;
    series->append(bars);
    auto* chart = new QChart;
    chart->addSeries(series);
    chart->setTitle(QStringLiteral("Capacity by year, GW"));
    auto* across = new QBarCategoryAxis;
    across->append(years);
    chart->addAxis(across, Qt::AlignBottom);
    series->attachAxis(across);
    auto* up = new QValueAxis;
    chart->addAxis(up, Qt::AlignLeft);
    series->attachAxis(up);
    auto* view = new QChartView(chart);
    view->viewport()->setObjectName(QStringLiteral("bareSurface"));
    view->viewport()->setAccessibleDescription(chart->title());
    QMainWindow window;
    window.setCentralWidget(view);
    window.resize(1440, 900);
    window.show();
    return QApplication::exec();
}
