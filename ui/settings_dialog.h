// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/setting_words.h"

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
};

/**
 * The user's settings, one a line, made from the table of settings. A choice is written at once. What a
 * policy has locked is shown and cannot be chosen.
 */
class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    /** @param write keeps a setting's values; tells why it could not, or nothing. */
    SettingsDialog(const std::vector<SettingState>& states,
        std::function<QString(const SettingKey&, const QStringList&)> write, QWidget* parent = nullptr);

    void done(int result) override;

private:
    void add(QVBoxLayout& column, const SettingState& state);
    [[nodiscard]] QWidget* makeEditor(QVBoxLayout& column, const SettingState& state);
    [[nodiscard]] QWidget* makeChoice(QVBoxLayout& column, const SettingState& state);
    [[nodiscard]] QWidget* makeNumber(QVBoxLayout& column, const SettingState& state);
    [[nodiscard]] QWidget* makeList(QVBoxLayout& column, const SettingState& state);
    void addLabelled(QVBoxLayout& column, const SettingKey& key, QWidget& editor);
    void keep(const SettingKey& key, const QStringList& values);

    std::function<QString(const SettingKey&, const QStringList&)> write_;
    std::vector<std::function<void()>> pending_; ///< what is kept when the dialog is left
    Text* fault_;
};

} // namespace kortvakt::ui
