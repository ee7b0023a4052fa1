#include "engine/metrics/nearest.h"

#include "engine/core/error.h"
#include "engine/metrics/features.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace potstill {

using torch::Tensor;

namespace {

constexpr std::int64_t kQueries = 2048;
constexpr double kNever = std::numeric_limits<double>::infinity();
constexpr const char* kWhat = "nearest training image";

/// The nearest so far of the points of one query.
class Search {
public:
    explicit Search(const NearestQuery& query)
        : m_self(query.self),
          m_points(checkedFeatures(query.points, 0, kWhat)),
          m_lengths(m_points.square().sum(1)),
          m_best(torch::full({m_points.size(0)}, kNever, m_points.options())),
          m_found(torch::full_like(m_points, kNever))
    {
        if (!m_self.empty() && static_cast<std::int64_t>(m_self.size()) != m_points.size(0))
            throw Error(ErrorCode::Internal, fmt::format("nearest training image: {} indices for {} points", m_self.size(), m_points.size(0)));
    }

    /// Training features [M, D] of the images from `begin` on, and their squared lengths [M].
    void take(const Tensor& training, const Tensor& lengths, std::int64_t begin)
    {
        if (training.size(1) != m_points.size(1))
            throw Error(ErrorCode::Internal, fmt::format("nearest training image: training features of width {} for points of width {}", training.size(1), m_points.size(1)));
        for (std::int64_t i = 0; i < m_points.size(0); i += kQueries) {
            const std::int64_t last = std::min(i + kQueries, m_points.size(0));
            // |q|^2 + |t|^2 - 2 q t: good enough to tell which is nearest; the distance to that one is taken anew in distances(), so that copies are at 0.
            Tensor d = m_lengths.slice(0, i, last).unsqueeze(1) + lengths - 2 * m_points.slice(0, i, last).matmul(training.t());  // [rows, M]
            for (std::int64_t row = i; !m_self.empty() && row < last; ++row)
                if (const std::int64_t own = m_self[static_cast<std::size_t>(row)] - begin; own >= 0 && own < training.size(0))
                    d[row - i][own] = kNever;
            const auto [value, at] = d.min(1);
            Tensor best = m_best.slice(0, i, last), found = m_found.slice(0, i, last);
            const Tensor isNearer = value < best;
            found.copy_(torch::where(isNearer.unsqueeze(1), training.index_select(0, at), found));
            best.copy_(torch::where(isNearer, value, best));
        }
    }

    Tensor distances() const { return (m_points - m_found).square().sum(1).sqrt(); }

private:
    const std::vector<std::int64_t>& m_self;
    Tensor m_points;   // [Q, D]
    Tensor m_lengths;  // [Q], squared
    Tensor m_best;     // [Q], squared
    Tensor m_found;    // [Q, D]
};

}  // namespace

std::vector<Tensor> nearestDistances(const std::vector<NearestQuery>& queries, const TrainingFeatures& training)
{
    torch::NoGradGuard noGrad;
    std::vector<Search> searches(queries.begin(), queries.end());
    for (std::int64_t begin = 0; begin < training.count; begin += kTrainingChunk) {
        const std::int64_t end = std::min(begin + kTrainingChunk, training.count);
        const Tensor features = checkedFeatures(training.get(begin, end), 1, kWhat);  // [M, D]
        if (features.size(0) != end - begin)
            throw Error(ErrorCode::Internal, fmt::format("nearest training image: features of {} images came for {}", features.size(0), end - begin));
        const Tensor lengths = features.square().sum(1);
        for (Search& search : searches)
            search.take(features, lengths, begin);
    }
    std::vector<Tensor> out;
    for (const Search& search : searches)
        out.push_back(search.distances());
    return out;
}

std::vector<Tensor> nearestTrainingDistances(const std::vector<Tensor>& generated, const Tensor& references, const std::vector<std::int64_t>& indices,
                                             const TrainingFeatures& training)
{
    if (training.count < 2)
        throw Error(ErrorCode::BadOption, fmt::format("nearest training image needs at least 2 training images; there are {}", training.count));
    std::vector<NearestQuery> queries;
    for (const Tensor& points : generated)
        queries.push_back({points, {}});
    queries.push_back({references, indices});
    std::vector<Tensor> nearest = nearestDistances(queries, training);
    const double among = nearest.back().mean().item<double>();
    if (among <= 0)
        throw Error(ErrorCode::BadOption, "nearest training image: all training images are the same, so there is nothing to compare with");
    nearest.pop_back();
    for (Tensor& distances : nearest)
        distances = distances / among;
    return nearest;
}

}  // namespace potstill
