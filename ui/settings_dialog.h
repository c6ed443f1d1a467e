// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/words/setting_words.h"

#include <QDialog>

#include <functional>
#include <vector>

class QVBoxLayout;

namespace kortvakt::ui {

class Text;

/** A setting as it is in force. */
struct SettingState {
    const SettingKey* key = nullptr;
    QStringList values; ///< one; of a list, all entries
    bool locked = false; ///< by a policy
    friend bool operator==(const SettingState&, const SettingState&) = default;
};

/**
 * The user's settings, one a line, made from the table of settings. A choice is written at once. What a
 * policy has locked is shown and cannot be chosen, also when the policy comes while the dialog is open.
 */
class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    /** @param write keeps a setting's values; returns why it could not, or nothing. */
    SettingsDialog(const std::vector<SettingState>& states,
        std::function<QString(const SettingKey&, const QStringList&)> write, QWidget* parent = nullptr);

    /** Shows what is in force now. What is being written in a line stays, unless a policy has locked it. */
    void setStates(const std::vector<SettingState>& states);

    /** Tells an administrator at the user's computer which of their files cannot be read, and what to do. */
    void setPolicyFaults(const std::vector<SettingComplaint>& faults);

    void done(int result) override;

private:
    /** One setting on the page. */
    struct Line {
        SettingState state{}; ///< as it is shown
        QWidget* editor = nullptr;
        Text* note = nullptr; ///< that it is locked
        std::function<void(const QStringList&)> show{}; ///< has the editor show other values
        std::function<QStringList()> written{}; ///< what is kept only when the dialog is left; may be empty
    };
    [[nodiscard]] Line makeLine(QVBoxLayout& column, const SettingState& state);
    [[nodiscard]] Line makeFlag(QVBoxLayout& column, const SettingKey& key);
    [[nodiscard]] Line makeChoice(QVBoxLayout& column, const SettingKey& key);
    [[nodiscard]] Line makeNumber(QVBoxLayout& column, const SettingKey& key);
    [[nodiscard]] Line makeList(QVBoxLayout& column, const SettingKey& key);
    void addLabelled(QVBoxLayout& column, const SettingKey& key, QWidget& editor);
    static void showLine(Line& line, const SettingState& state);
    void keep(const SettingKey& key, const QStringList& values);

    std::function<QString(const SettingKey&, const QStringList&)> write_;
    std::vector<Line> lines_;
    bool askedToLeave_ = false;
    Text* fault_;
    Text* policyFaults_; ///< above all else; hidden where there is none
};

} // namespace kortvakt::ui
