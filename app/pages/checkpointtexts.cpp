#include "app/pages/checkpointtexts.h"

#include "engine/jobs/jobs.h"
#include "widgets/optionform.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace potstill {

namespace {

struct CheckpointTexts {
    Q_DECLARE_TR_FUNCTIONS(potstill::CheckpointTexts)
};

/// As the setting names it by which the best is kept.
QString figureText(const std::string& figure)
{
    if (const FieldInfo* field = runSchema().find("training.keep_best"))
        for (const Choice& choice : field->choices)
            if (choice.value == figure)
                return optionText(choice.label);
    return QString::fromStdString(figure);
}

}  // namespace

QString runOfCheckpoint(const QString& model) { return QString::fromStdString(runOfCheckpoint(std::filesystem::path(model.toStdString())).string()); }

QString checkpointIn(const QString& project, const std::string& stored)
{
    return stored.empty() ? QString() : QDir::cleanPath(QDir(project).absoluteFilePath(QString::fromStdString(stored)));
}

QString checkpointText(const CheckpointChoice& choice)
{
    return choice.bestBy.empty() ? CheckpointTexts::tr("%L1 images").arg(choice.images)
                                 : CheckpointTexts::tr("Best by “%1” (%L2 images)").arg(figureText(choice.bestBy)).arg(choice.images);
}

void addCheckpoints(QComboBox* box, const std::vector<CheckpointChoice>& choices)
{
    std::vector<CheckpointChoice> inOrder = choices;
    std::stable_partition(inOrder.begin(), inOrder.end(), [](const CheckpointChoice& c) { return !c.bestBy.empty(); });
    for (const CheckpointChoice& choice : inOrder)
        box->addItem(checkpointText(choice), QString::fromStdString(choice.folder.string()));
}

}  // namespace potstill
