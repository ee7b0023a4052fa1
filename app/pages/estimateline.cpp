#include "app/pages/estimateline.h"

#include "app/session/background.h"
#include "engine/core/runcontrol.h"
#include "engine/jobs/estimate.h"
#include "widgets/linechart.h"
#include "widgets/numbertext.h"

namespace potstill {

namespace {

constexpr int kDelayMs = 700;

}  // namespace

EstimateLine::EstimateLine(QWidget* parent) : QLabel(parent)
{
    setObjectName("configure.estimate");
    setProperty("role", "secondary");
    setWordWrap(true);
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &EstimateLine::refresh);
}

EstimateLine::~EstimateLine() { stop(); }

void EstimateLine::stop()
{
    if (m_control)
        m_control->requestStop(StopRequest::Abort);
}

void EstimateLine::show(const Json& document, const QString& project)
{
    m_document = document;
    m_project = project;
    m_delay.start();
}

void EstimateLine::setRunOn(bool isOn)
{
    m_isRunOn = isOn;
    if (isOn)
        stop();
    m_key.clear();
    m_delay.start();
}

void EstimateLine::refresh()
{
    if (m_document.is_null() || !m_isValid)
        return;
    const QString key = QString::fromStdString(m_document.dump()) + m_project;
    if (key == m_key)
        return;
    stop();
    if (m_isRunOn) {
        setText(m_last.isEmpty() ? tr("Nothing is measured while a run is on.") : tr("%1 · not measured anew while a run is on").arg(m_last));
        return;
    }
    setText(tr("Measuring a few steps…"));
    m_key = key;
    m_control = std::make_shared<RunControl>();
    runInBackground<RunEstimate>(
        this, [document = m_document, project = m_project.toStdString(), control = m_control] { return estimateRun(document, project, *control); },
        [this, key, document = m_document](const RunEstimate& e) {
            if (key != m_key)
                return;
            const double images = valueAt(document, "training.images").get<double>();
            m_last = tr("%1 parameters · about %2 memory · %3 on disk · %4 at the measured speed")
                         .arg(siText(double(e.parameters)), siText(double(e.memoryBytes), "B"), siText(double(e.diskBytes), "B"), durationText(e.secondsPerImage * images));
            setText(m_last);
        },
        [this, key](const QString& message) {
            if (key == m_key)
                setText(message);
        },
        Duration::Long);
}

}  // namespace potstill
