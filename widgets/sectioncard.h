#pragma once

#include <QFrame>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace potstill {

class ElidedLabel;

/// A card of the Configure page: icon, title, one summary line, the number of problems, and a content that unfolds.
class SectionCard final : public QFrame {
    Q_OBJECT
public:
    explicit SectionCard(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    QString title() const;
    void setIconName(const QString& name);
    /// Shown beside the title; "DiT-S, 32 x 32, 4.1 M parameters".
    void setSummary(const QString& summary);
    QString summary() const;
    void setIssueCount(int errors, int warnings);
    /// Takes ownership.
    void setContent(QWidget* content);
    QWidget* content() const { return m_content; }
    bool isUnfolded() const { return m_unfolded; }
    void setUnfolded(bool unfolded);

Q_SIGNALS:
    void unfoldedChanged(bool unfolded);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();

    QWidget* m_header;
    QLabel* m_icon;
    QLabel* m_title;
    ElidedLabel* m_summary;
    QLabel* m_issueIcon;
    QLabel* m_issues;
    QToolButton* m_chevron;
    QVBoxLayout* m_layout;
    QWidget* m_content = nullptr;
    QString m_iconName;
    int m_errors = 0;
    int m_warnings = 0;
    bool m_unfolded = false;
};

}  // namespace potstill
