// SPDX-FileCopyrightText: 2026 The Kortvakt authors
// SPDX-License-Identifier: MIT
#include "fake_cards.h"
#include "looking.h"

#include "ui/certificate_dialog.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTimer>

#include <openssl/x509.h>

using namespace kortvakt;
using namespace kortvakt::looking;

namespace {

/** The fake card with a certificate that is one: files are made of it. */
CertificateInfo realCertificate()
{
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_EC_gen("P-256"), EVP_PKEY_free);
    const std::unique_ptr<X509, decltype(&X509_free)> made(X509_new(), X509_free);
    X509_set_pubkey(made.get(), key.get());
    X509_gmtime_adj(X509_getm_notBefore(made.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(made.get()), 60);
    X509_sign(made.get(), key.get(), EVP_sha256());
    CertificateInfo certificate = fake::card().certificates.front();
    certificate.der.resize(static_cast<std::size_t>(i2d_X509(made.get(), nullptr)));
    unsigned char* end = certificate.der.data();
    i2d_X509(made.get(), &end);
    return certificate;
}

/** Saving a certificate, as far as the question where to. */
class SavingACertificate : public testing::Test {
protected:
    void SetUp() override
    {
        dialog.show();
        press(dialog, "Spara…");
        question = dialog.findChild<QFileDialog*>();
        ASSERT_NE(question, nullptr);
        question->setDirectory(folder.path());
    }
    /** Goes on with a name, and answers what is asked about a file that is there. Returns what was asked. */
    QString save(const QString& name, QMessageBox::StandardButton answer = QMessageBox::NoButton)
    {
        QString asked;
        question->selectFile(folder.filePath(name));
        QTimer::singleShot(0, question, [&] {
            if (auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget())) {
                asked = box->text();
                box->button(answer)->click();
            }
        });
        QMetaObject::invokeMethod(question, "accept");
        QApplication::processEvents();
        return asked;
    }
    [[nodiscard]] QByteArray saved(const QString& name) const
    {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QTemporaryDir folder;
    const CertificateInfo certificate = realCertificate();
    const QByteArray der{reinterpret_cast<const char*>(certificate.der.data()),
        static_cast<qsizetype>(certificate.der.size())};
    ui::CertificateDialog dialog{certificate, app::ShownRules()};
    QFileDialog* question = nullptr;
};

TEST_F(SavingACertificate, IsNotWhatEnterDoes)
{
    EXPECT_FALSE(qobject_cast<QPushButton*>(button(dialog, "Spara…"))->isDefault());
    EXPECT_TRUE(qobject_cast<QPushButton*>(button(dialog, "Stäng"))->isDefault());
}

TEST_F(SavingACertificate, WritesPemUnlessAskedForDer)
{
    EXPECT_EQ(save(QStringLiteral("mine")), QString());
    EXPECT_TRUE(saved(QStringLiteral("mine.pem")).startsWith("-----BEGIN CERTIFICATE-----"));
}

TEST_F(SavingACertificate, WritesDerByTheChosenTypeOrTheTypedEnding)
{
    const QString derType = question->nameFilters().last();
    question->selectNameFilter(derType);
    Q_EMIT question->filterSelected(derType);
    EXPECT_TRUE(question->selectedFiles().constFirst().endsWith(QStringLiteral(".der")));
    save(QStringLiteral("mine"));
    EXPECT_EQ(saved(QStringLiteral("mine.der")), der);
}

TEST_F(SavingACertificate, AsksBeforeAFileIsReplaced)
{
    QFile old(folder.filePath(QStringLiteral("mine.pem")));
    ASSERT_TRUE(old.open(QIODevice::WriteOnly));
    old.write("precious");
    old.close();
    EXPECT_TRUE(save(QStringLiteral("mine"), QMessageBox::No).contains(QStringLiteral("finns redan")));
    EXPECT_EQ(saved(QStringLiteral("mine.pem")), "precious");
    EXPECT_FALSE(save(QStringLiteral("mine"), QMessageBox::Yes).isEmpty());
    EXPECT_TRUE(saved(QStringLiteral("mine.pem")).startsWith("-----BEGIN"));
}

TEST_F(SavingACertificate, TellsThatItDidNotWork)
{
    ASSERT_TRUE(QDir(folder.path()).mkdir(QStringLiteral("gone")));
    Q_EMIT question->fileSelected(folder.filePath(QStringLiteral("no/such/folder/mine.pem")));
    auto* told = dialog.findChild<QMessageBox*>();
    ASSERT_NE(told, nullptr);
    EXPECT_TRUE(told->text().startsWith(QStringLiteral("Det gick inte att spara filen")))
        << told->text().toStdString();
}

} // namespace
