#!/usr/bin/env python3
"""Prints reference.json: numbers of independent Python packages that the tests of engine/rating are compared with.

    pip install numpy scipy choix krippendorff statsmodels confseq    # confseq compiles C++ and needs Boost's headers
    python3 make_reference.py > reference.json

The votes are part of the file, so that both sides see the same ones.
"""
import json

import choix
import krippendorff
import numpy as np
import scipy
import statsmodels
import statsmodels.api as sm
from confseq.boundaries import beta_binomial_log_mixture
from scipy import integrate, optimize, special, stats
from statsmodels.base.model import GenericLikelihoodModel
from statsmodels.stats.inter_rater import cohens_kappa
from statsmodels.stats.proportion import proportion_confint

RNG = np.random.default_rng(20260101)
SYSTEMS = 4


def simulated_votes(count, raters):
    """[left, right, answer, rater, seed]; answer 0 left, 1 right, 2 tie. Raters lean on a side by different amounts, seeds on a system."""
    theta, tie, side = np.array([0.6, 0.1, -0.2, -0.5]), -0.4, 0.3
    lean, taste = RNG.normal(0, 0.3, raters), RNG.normal(0, 0.4, (60, SYSTEMS))
    votes = []
    for _ in range(count):
        left, right = RNG.choice(SYSTEMS, 2, replace=False)
        rater, seed = RNG.integers(raters), RNG.integers(60)
        z = theta[left] + taste[seed, left] - theta[right] - taste[seed, right] + side + lean[rater]
        p = special.softmax([z / 2, -z / 2, tie])
        votes.append([int(left), int(right), int(RNG.choice(3, p=p)), int(rater), int(seed)])
    return votes


def design(votes):
    """Columns: systems 1..K-1 against system 0, side."""
    x = np.zeros((len(votes), SYSTEMS + 1))
    for i, (left, right, *_) in enumerate(votes):
        x[i, left] += 1
        x[i, right] -= 1
        x[i, SYSTEMS] = 1
    return x[:, 1:]


def centring():
    """[K, K-1]: strengths with mean 0 from those against system 0."""
    full = np.vstack([np.zeros(SYSTEMS - 1), np.eye(SYSTEMS - 1)])
    return full - full.mean(axis=0)


class Davidson(GenericLikelihoodModel):
    def loglikeobs(self, params):
        z = self.exog @ np.delete(params, SYSTEMS)
        logits = np.stack([z / 2, -z / 2, np.full_like(z, params[SYSTEMS])], axis=1)
        return (logits - special.logsumexp(logits, axis=1, keepdims=True))[np.arange(len(z)), self.endog.astype(int)]


def davidson_case(votes, column, name):
    groups = np.array([v[column] for v in votes])
    x = design(votes)
    start = np.zeros(SYSTEMS + 1)
    model = Davidson(np.array([v[2] for v in votes]), x)
    model.exog_names[:] = [f"theta{i}" for i in range(1, SYSTEMS)] + ["side", "tie"]
    plain = model.fit(start, method="newton", maxiter=200, tol=1e-12, disp=False)
    # The sandwich from statsmodels' numerical scores and Hessian.
    score, hessian = model.score_obs(plain.params), model.hessian(plain.params)
    summed = np.array([score[groups == group].sum(axis=0) for group in np.unique(groups)])
    g = len(summed)
    bread = np.linalg.inv(-hessian)
    cov = bread @ (summed.T @ summed) @ bread * g / (g - 1)
    k = SYSTEMS - 1
    return {"cluster_kind": name, "clusters": g, "theta": (centring() @ plain.params[:k]).tolist(), "side": plain.params[k], "tie": plain.params[k + 1],
            "log_likelihood": plain.llf, "covariance": (centring() @ cov[:k, :k] @ centring().T).tolist(), "side_error": float(np.sqrt(cov[k, k])),
            "quantile": stats.t.ppf(0.975, g - 1)}


def bradley_terry_case(votes):
    """statsmodels' logit on the untied votes, clustered by seed."""
    untied = [v for v in votes if v[2] != 2]
    groups = np.array([v[4] for v in untied])
    fit = sm.Logit(np.array([v[2] == 0 for v in untied], float), design(untied)).fit(
        disp=False, tol=1e-13, maxiter=100, cov_type="cluster", cov_kwds={"groups": groups, "use_correction": False})
    g, k = len(set(groups)), SYSTEMS - 1
    cov = fit.cov_params()[:k, :k] * g / (g - 1)
    return {"clusters": g, "theta": (centring() @ fit.params[:k]).tolist(), "side": fit.params[k], "covariance": (centring() @ cov @ centring().T).tolist()}


def choix_case(votes):
    """choix penalises alpha |theta|^2, so alpha is half of our ridge."""
    games = [(v[0], v[1]) if v[2] == 0 else (v[1], v[0]) for v in votes if v[2] != 2]
    return [{"ridge": ridge, "theta": choix.opt_pairwise(SYSTEMS, games, alpha=ridge / 2, method="Newton-CG", tol=1e-12).tolist()} for ridge in (0.01, 1.0, 20.0)]


def golden_games():
    games = []
    for a, b, wins, losses in [(0, 1, 2, 3), (0, 3, 1, 4), (1, 2, 5, 3), (2, 3, 1, 3)]:
        games += [(a, b)] * wins + [(b, a)] * losses
    theta = choix.ilsr_pairwise(4, games)
    return np.exp(theta - theta.mean()).tolist()


def evidence():
    """At p0 = 1/2 by confseq, whose mixture is Beta(2 rho - 1/2, 2 rho - 1/2): rho = 2.75 is a = 5. Elsewhere by quadrature of the mixture."""
    alpha_opt = 0.05
    v_opt = 2.75 * (2 * np.log(1 / alpha_opt) + np.log(1 + 2 * np.log(1 / alpha_opt)))
    out = []
    for wins, losses in [(0, 0), (1, 0), (8, 0), (30, 12), (60, 40), (5, 50), (140, 100), (700, 640)]:
        n = wins + losses
        log_e = beta_binomial_log_mixture(wins - n / 2, n / 4, v_opt, 0.5, 0.5, alpha_opt, False) if n else 0.0
        out.append({"wins": wins, "losses": losses, "p0": 0.5, "log_e": log_e})
        for p0 in (0.4, 0.45, 0.7):
            peak = (4 + wins) * np.log((4 + wins) / (8 + n)) + (4 + losses) * np.log((4 + losses) / (8 + n))
            area = integrate.quad(lambda p: np.exp((4 + wins) * np.log(p) + (4 + losses) * np.log1p(-p) - peak), 0, 1, points=[(4 + wins) / (8 + n)], epsabs=0, epsrel=1e-12, limit=500)[0]
            out.append({"wins": wins, "losses": losses, "p0": p0, "log_e": np.log(area) + peak - special.betaln(5, 5) - wins * np.log(p0) - losses * np.log1p(-p0)})
    return out


def sequences():
    out = []
    for wins, losses in [(3, 0), (0, 9), (30, 12), (60, 40), (700, 640)]:
        for alpha in (0.05, 0.01):
            # Beta-binomial probability of the counts against the binomial one under p0: the binomial coefficients cancel.
            excess = lambda p0: (stats.betabinom.logpmf(wins, wins + losses, 5, 5) - stats.binom.logpmf(wins, wins + losses, p0)) + np.log(alpha)
            share = wins / (wins + losses)
            out.append({"wins": wins, "losses": losses, "alpha": alpha, "low": optimize.brentq(excess, 1e-12, share, xtol=1e-13) if wins else 0,
                        "high": optimize.brentq(excess, share, 1 - 1e-12, xtol=1e-13) if losses else 1})
    return out


def agreement():
    """Krippendorff's own example (four observers, twelve units, missing values), and a random one."""
    rows = ["1 2 3 3 2 1 4 1 2 * * *", "1 2 3 3 2 2 4 1 2 5 * 3", "* 3 3 3 2 3 4 2 2 5 1 *", "1 2 3 3 2 4 4 1 2 5 1 *"]
    book = [[None if v == "*" else int(v) for v in row.split()] for row in rows]
    truth = RNG.integers(0, 4, 80)
    random = [[None if RNG.random() < 0.4 else int(t if RNG.random() < 0.6 else RNG.integers(0, 4)) for t in truth] for _ in range(5)]
    alpha = lambda data: krippendorff.alpha(np.array([[np.nan if v is None else v for v in row] for row in data]), level_of_measurement="nominal")
    a, b = (np.array([np.nan if v is None else v for v in random[i]]) for i in (0, 1))
    both = ~np.isnan(a) & ~np.isnan(b)
    table = np.zeros((4, 4))
    for x, y in zip(a[both].astype(int), b[both].astype(int)):
        table[x, y] += 1
    kappa = cohens_kappa(table)
    return {"book": {"ratings": book, "alpha": alpha(book)}, "random": {"ratings": random, "alpha": alpha(random)},
            "kappa": {"value": kappa.kappa, "low": kappa.kappa_low, "high": kappa.kappa_upp, "units": int(both.sum())}}


def distributions():
    return {"wilson": [dict(zip(("successes", "trials", "low", "high"), (k, n, *proportion_confint(k, n, method="wilson")))) for k, n in [(0, 10), (3, 10), (10, 10), (540, 1000)]],
            "student": [{"p": p, "freedom": v, "t": stats.t.ppf(p, v)} for p in (0.6, 0.95, 0.975, 0.9995) for v in (1, 2, 9, 30, 1000)],
            "beta": [{"x": x, "a": a, "b": b, "value": special.betainc(a, b, x)} for x, a, b in [(0.3, 5, 5), (0.9, 0.5, 0.5), (0.01, 2, 7), (0.52, 400, 380), (0.999, 30, 0.5)]]}


def main():
    few, many = simulated_votes(400, 4), simulated_votes(600, 14)
    print(json.dumps({
        "made_with": {"numpy": np.__version__, "scipy": scipy.__version__, "statsmodels": statsmodels.__version__},
        "golden_strengths": golden_games(),
        "few_raters": {"votes": few, "davidson": davidson_case(few, 4, "noise seed"), "bradley_terry": bradley_terry_case(few), "choix": choix_case(few)},
        "many_raters": {"votes": many, "davidson": davidson_case(many, 3, "rater")},
        "evidence": evidence(), "sequences": sequences(), "agreement": agreement(), "distributions": distributions()}))


if __name__ == "__main__":
    main()
