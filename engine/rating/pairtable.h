#pragma once

#include "engine/rating/davidson.h"

#include <optional>

namespace potstill::detail {

/// Answers to one pair shown one way round.
struct PairCell {
    int left = 0, right = 0;
    std::int64_t lefts = 0, rights = 0, ties = 0;
};

/// Votes summed over everything that the likelihood does not see. "Both bad" is left out, ties too where the model has none.
class PairTable {
public:
    PairTable(int systems, const DavidsonOptions& options)
        : m_systems(systems), m_options(options), m_index(static_cast<std::size_t>(systems) * static_cast<std::size_t>(systems), -1)
    {
    }

    /// Throws Error(BadOption) for a vote that names no system or one system twice.
    void add(const Vote& vote);
    /// Whether the likelihood sees this answer.
    bool sees(Answer answer) const { return answer != Answer::BothBad && (answer != Answer::Tie || m_options.ties); }

    int systems() const { return m_systems; }
    const DavidsonOptions& options() const { return m_options; }
    const std::vector<PairCell>& cells() const { return m_cells; }
    std::int64_t lefts() const { return m_lefts; }
    std::int64_t rights() const { return m_rights; }
    std::int64_t ties() const { return m_ties; }
    bool hasTie() const { return m_options.ties && m_ties > 0; }

    /// Group of each system under "was shown with".
    std::vector<int> components() const;
    /// Some systems won every vote against the others, or one side won every vote.
    bool isSeparated() const;
    /// The sides tell nothing that the systems do not.
    bool isSideConfounded() const;
    /// What stands against a fit, or Ok.
    FitStatus obstacle() const;

    /// Log likelihood without the penalty at [theta, tie, side].
    double logLikelihood(const Eigen::VectorXd& at) const { return likelihoodOf(m_cells, at, nullptr, nullptr); }
    /// Its gradient from a part of the votes alone.
    Eigen::VectorXd score(const PairTable& part, const Eigen::VectorXd& at) const;
    /// With the penalty; gradient and Hessian are set.
    double objective(const Eigen::VectorXd& at, Eigen::VectorXd& gradient, Eigen::MatrixXd& hessian) const;
    /// Columns span the parameters that are free: theta with mean 0, tie and side where they are estimated. [systems + 2, free]
    Eigen::MatrixXd freeSpace() const;
    /// The maximum from `start`, or nothing where there is none.
    std::optional<Eigen::VectorXd> maximum(const Eigen::VectorXd& start) const;

private:
    /// Adds to gradient and Hessian where given.
    double likelihoodOf(const std::vector<PairCell>& cells, const Eigen::VectorXd& at, Eigen::VectorXd* gradient, Eigen::MatrixXd* hessian) const;

    int m_systems;
    DavidsonOptions m_options;
    std::vector<int> m_index;  // of the cell of [left, right]
    std::vector<PairCell> m_cells;
    std::int64_t m_lefts = 0, m_rights = 0, m_ties = 0;
};

}  // namespace potstill::detail
