#include "engine/rating/pairtable.h"

#include "engine/core/error.h"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace potstill::detail {

namespace {

constexpr double kUnbounded = 15;  // a logit of 15 is one vote in three million: nothing that votes could show

/// Marks what can be reached from `from` along [systems, systems] edges.
std::vector<bool> reached(const Eigen::MatrixXi& edges, int from)
{
    std::vector<bool> seen(static_cast<std::size_t>(edges.rows()), false);
    std::vector<int> open = {from};
    seen[static_cast<std::size_t>(from)] = true;
    while (!open.empty()) {
        const int at = open.back();
        open.pop_back();
        for (int to = 0; to < edges.cols(); ++to)
            if (edges(at, to) != 0 && !seen[static_cast<std::size_t>(to)]) {
                seen[static_cast<std::size_t>(to)] = true;
                open.push_back(to);
            }
    }
    return seen;
}

bool holdsAll(const std::vector<bool>& seen) { return std::find(seen.begin(), seen.end(), false) == seen.end(); }

}  // namespace

void PairTable::add(const Vote& vote)
{
    for (const int system : {vote.left, vote.right})
        if (system < 0 || system >= m_systems)
            throw Error(ErrorCode::BadOption, fmt::format("a vote names system {}, but there are {} (counted from 0)", system, m_systems));
    if (vote.left == vote.right)
        throw Error(ErrorCode::BadOption, fmt::format("a vote compares system {} with itself; identical check pairs are no votes", vote.left));
    if (!sees(vote.answer))
        return;
    int& index = m_index[static_cast<std::size_t>(vote.left) * static_cast<std::size_t>(m_systems) + static_cast<std::size_t>(vote.right)];
    if (index < 0) {
        index = static_cast<int>(m_cells.size());
        m_cells.push_back({vote.left, vote.right, 0, 0, 0});
    }
    PairCell& cell = m_cells[static_cast<std::size_t>(index)];
    const bool isLeft = vote.answer == Answer::Left, isTie = vote.answer == Answer::Tie;
    ++(isLeft ? cell.lefts : isTie ? cell.ties : cell.rights);
    ++(isLeft ? m_lefts : isTie ? m_ties : m_rights);
}

std::vector<int> PairTable::components() const
{
    Eigen::MatrixXi edges = Eigen::MatrixXi::Zero(m_systems, m_systems);
    for (const PairCell& c : m_cells)
        edges(c.left, c.right) = edges(c.right, c.left) = 1;
    std::vector<int> group(static_cast<std::size_t>(m_systems), -1);
    int groups = 0;
    for (int s = 0; s < m_systems; ++s) {
        if (group[static_cast<std::size_t>(s)] >= 0)
            continue;
        const std::vector<bool> seen = reached(edges, s);
        for (std::size_t other = 0; other < seen.size(); ++other)
            if (seen[other])
                group[other] = groups;
        ++groups;
    }
    return group;
}

// Ford (1957): strengths are finite where from every system a chain of wins (or ties) leads to every other one.
bool PairTable::isSeparated() const
{
    Eigen::MatrixXi beats = Eigen::MatrixXi::Zero(m_systems, m_systems);
    for (const PairCell& c : m_cells) {
        if (c.lefts + c.ties > 0)
            beats(c.left, c.right) = 1;
        if (c.rights + c.ties > 0)
            beats(c.right, c.left) = 1;
    }
    const bool hasOneSide = m_options.sideEffect && (m_lefts == 0 || m_rights == 0);
    return hasOneSide || !holdsAll(reached(beats, 0)) || !holdsAll(reached(beats.transpose(), 0));
}

bool PairTable::isSideConfounded() const
{
    if (!m_options.sideEffect)
        return false;
    Eigen::MatrixXd space = freeSpace(), information = Eigen::MatrixXd::Zero(m_systems + 2, m_systems + 2);
    for (const PairCell& c : m_cells) {
        Eigen::VectorXd direction = Eigen::VectorXd::Zero(m_systems + 2);
        direction[c.left] = 1;
        direction[c.right] = -1;
        direction[m_systems + 1] = 1;
        information += direction * direction.transpose();
    }
    information(m_systems, m_systems) = 1;  // the tie parameter is known apart
    const Eigen::VectorXd values = Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(space.transpose() * information * space, Eigen::EigenvaluesOnly).eigenvalues();
    return values.minCoeff() < 1e-9 * values.maxCoeff();
}

FitStatus PairTable::obstacle() const
{
    if (m_systems < 2)
        return FitStatus::OneSystem;
    if (m_lefts + m_rights == 0)
        return m_ties > 0 ? FitStatus::AllTies : FitStatus::NoVotes;
    const std::vector<int> group = components();
    if (*std::max_element(group.begin(), group.end()) > 0)
        return FitStatus::Disconnected;
    if (isSideConfounded())
        return FitStatus::SideConfounded;
    return m_options.ridge <= 0 && isSeparated() ? FitStatus::Separated : FitStatus::Ok;
}

double PairTable::likelihoodOf(const std::vector<PairCell>& cells, const Eigen::VectorXd& at, Eigen::VectorXd* gradient, Eigen::MatrixXd* hessian) const
{
    const int tie = m_systems, side = m_systems + 1;
    double sum = 0;
    for (const PairCell& c : cells) {
        const double half = (at[c.left] - at[c.right] + (m_options.sideEffect ? at[side] : 0)) / 2;
        const double top = std::max(std::abs(half), hasTie() ? at[tie] : 0.0);
        double pLeft = std::exp(half - top), pRight = std::exp(-half - top), pTie = hasTie() ? std::exp(at[tie] - top) : 0;
        const double total = pLeft + pRight + pTie, n = static_cast<double>(c.lefts + c.rights + c.ties);
        pLeft /= total, pRight /= total, pTie /= total;
        const double surplus = static_cast<double>(c.lefts - c.rights) / 2, mean = (pLeft - pRight) / 2;
        sum += surplus * 2 * half + (hasTie() ? static_cast<double>(c.ties) * at[tie] : 0) - n * (top + std::log(total));
        // z moves with theta_left, -theta_right and side; the answer's score is (surplus - n mean) along z and (ties - n pTie) along tie.
        const std::array<std::pair<int, double>, 3> z = {{{c.left, 1.0}, {c.right, -1.0}, {side, m_options.sideEffect ? 1.0 : 0.0}}};
        if (gradient != nullptr) {
            for (const auto& [i, sign] : z)
                (*gradient)[i] += sign * (surplus - n * mean);
            (*gradient)[tie] += hasTie() ? static_cast<double>(c.ties) - n * pTie : 0;
        }
        if (hessian != nullptr) {
            for (const auto& [i, signI] : z) {
                for (const auto& [j, signJ] : z)
                    (*hessian)(i, j) -= signI * signJ * n * ((pLeft + pRight) / 4 - mean * mean);
                (*hessian)(i, tie) += signI * n * mean * pTie;
                (*hessian)(tie, i) += signI * n * mean * pTie;
            }
            (*hessian)(tie, tie) -= n * pTie * (1 - pTie);
        }
    }
    return sum;
}

Eigen::VectorXd PairTable::score(const PairTable& part, const Eigen::VectorXd& at) const
{
    Eigen::VectorXd gradient = Eigen::VectorXd::Zero(at.size());
    likelihoodOf(part.m_cells, at, &gradient, nullptr);
    return gradient;
}

double PairTable::objective(const Eigen::VectorXd& at, Eigen::VectorXd& gradient, Eigen::MatrixXd& hessian) const
{
    gradient = -m_options.ridge * at;
    hessian = -m_options.ridge * Eigen::MatrixXd::Identity(at.size(), at.size());
    return likelihoodOf(m_cells, at, &gradient, &hessian) - m_options.ridge / 2 * at.squaredNorm();
}

Eigen::MatrixXd PairTable::freeSpace() const
{
    const int k = m_systems, extra = (hasTie() ? 1 : 0) + (m_options.sideEffect ? 1 : 0);
    Eigen::MatrixXd space = Eigen::MatrixXd::Zero(k + 2, k - 1 + extra);
    for (int j = 1; j < k; ++j) {  // Helmert: j systems against the next
        const double norm = std::sqrt(j * (j + 1.0));
        for (int i = 0; i < j; ++i)
            space(i, j - 1) = 1 / norm;
        space(j, j - 1) = -j / norm;
    }
    int column = k - 1;
    if (hasTie())
        space(k, column++) = 1;
    if (m_options.sideEffect)
        space(k + 1, column) = 1;
    return space;
}

std::optional<Eigen::VectorXd> PairTable::maximum(const Eigen::VectorXd& start) const
{
    const Eigen::MatrixXd space = freeSpace();
    Eigen::VectorXd free = space.transpose() * start, gradient, trialGradient;
    Eigen::MatrixXd hessian, trialHessian;
    double value = objective(space * free, gradient, hessian);
    for (int iteration = 0; iteration < 200; ++iteration) {
        const Eigen::LLT<Eigen::MatrixXd> factor(-(space.transpose() * hessian * space));
        if (factor.info() != Eigen::Success)
            return std::nullopt;
        const Eigen::VectorXd slope = space.transpose() * gradient, step = factor.solve(slope);
        if (!step.allFinite())
            return std::nullopt;
        const double rounding = 1e-13 * (1 + std::abs(value));  // near the maximum a right step gains less than this
        double length = 1, trial = 0;
        for (;; length /= 2) {
            trial = objective(space * (free + length * step), trialGradient, trialHessian);
            if (trial >= value - rounding)
                break;
            if (length < 1e-10)
                return std::nullopt;
        }
        const bool isDone = slope.dot(step) < 1e-18 * (1 + std::abs(value));
        free += length * step;
        value = trial, gradient = trialGradient, hessian = trialHessian;
        if (isDone) {
            if (m_options.ridge <= 0 && free.cwiseAbs().maxCoeff() > kUnbounded)
                return std::nullopt;
            return space * free;
        }
    }
    return std::nullopt;
}

}  // namespace potstill::detail
