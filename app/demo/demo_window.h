// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTimer>
#include <QWidget>

#include <string>

class QComboBox;
class QLabel;
class QPushButton;

namespace kortvakt::demo {

/** A reader of the demo: puts soft cards in, pulls them out, and shows the codes that they really hold. A
 * card is exchanged as a hand does it, so that the service sees the reader empty in between. */
class DemoReader : public QWidget {
    Q_OBJECT
public:
    /** @param reader is plugged in by now. @param first the personality that is proposed. */
    DemoReader(std::string reader, const QString& first, QWidget* parent = nullptr);

private:
    void offerCards(const QString& first);
    void exchange();
    void insert();
    void pull();
    void tell();

    std::string reader_;
    bool betweenCards_ = false;
    QComboBox* choice_;
    QPushButton *insert_, *pull_;
    QLabel* codes_;
    QTimer ticking_;
};

/** The hand that puts cards into readers, and the letter with the PUK. */
class DemoWindow : public QWidget {
    Q_OBJECT
public:
    explicit DemoWindow(QWidget* parent = nullptr);
};

} // namespace kortvakt::demo
