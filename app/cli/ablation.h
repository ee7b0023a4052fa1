#pragma once

#include "engine/core/options.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace potstill {

/// What the paper has for one number of steps.
struct PaperFigure {
    double fid = 0, clip = 0;  ///< clip 0 = not published
};

/// One row of an ablation: a student's settings, or a teacher's own sampler.
struct Arm {
    std::string name, title, teacher;
    std::map<std::string, PaperFigure> paper;  ///< by column, "3 steps"; empty = the paper has no such row
    Json settings;                             ///< imagine_flash section; null = no student
    int teacherSteps = 0;                      ///< of rows without a student
    bool correction = true;                    ///< noise correction while sampling
    std::string studentOf;                     ///< name of the arm whose student is sampled; "" = its own
    std::string comparedWith;                  ///< arm that the differences are taken to; "" = none
};

/// Imagine Flash (arXiv 2405.05224), table of the ablation at 3 steps.
std::vector<Arm> imagineFlashArms();

/// What the figures of a study were made with.
struct StudyPlan {
    std::filesystem::path folder;
    std::int64_t images = 0;  ///< an arm
    int seeds = 3, samples = 2000;
};

/// File of the figures of one arm and seed; other lengths and sample counts have other files.
std::filesystem::path figureFile(const StudyPlan& plan, const Arm& arm, int seed);

/// Writes table.md and table.json of what there is so far and returns the text. Error(BadFile) naming two files whose figures are of different extractors or references.
std::string writeAblationReport(const StudyPlan& plan);

}  // namespace potstill
