#!/usr/bin/python3
"""Trains core/words/likeness.json from tests/sentences/kinds/ and the rows of the files beside it that name one kind.

    cmake -B build/native && cmake --build build/native --target alimail_readings
    tests/sentences/train.py build/native/tests/alimail_readings

Needs python3-numpy and python3-scipy of Debian, a minute, and nothing that whoever only builds would need. The same sentences
give the same file on the same machine. A test compares the hash of the sentences with the one in the file. held-out/ and
unseen.jsonl are never read here.

The model is multinomial logistic regression over pieces of words (core/words/likeness.h). The lasso chooses which weights are not
zero; they are fitted again, and rounded to a few levels, the largest first, while the rest is fitted to what was lost by rounding.
"""
import hashlib
import json
import pathlib
import subprocess
import sys

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

TEXTS = 3  # a piece is in so many sentences, or it has no weight
PENALTIES = (0.5, 0.3, 0.2)  # L1; the last one decides how many weights are not zero, and each takes a byte of the wasm under brotli
LAMBDA = 0.03  # L2, while the weights that are left are fitted again
LEVELS = np.array([2, 3, 4, 6, 8, 12, 16])
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
MORE = len(LETTERS) - 1  # the last letter: as much, and what the next one says

root = pathlib.Path(__file__).resolve().parents[2]
folder = root / "tests/sentences"


def rows_of(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def sentences():
    """[(text, kind)], and the hash of the files that they are from."""
    digest = hashlib.sha256()
    pairs = []
    for path in sorted((folder / "kinds").glob("*.jsonl")):
        digest.update(path.read_bytes())
        head, *rows = rows_of(path)
        pairs += [(row["text"], head["kind"]) for row in rows]
    for name in ("elsewhere", "guide", "strangers"):
        path = folder / f"{name}.jsonl"
        digest.update(path.read_bytes())
        for row in rows_of(path):
            kinds = row["expect"] or [row.get("kind")]
            if kinds != [None] and len(kinds) == 1:
                pairs.append((row["text"], kinds[0]))
    return pairs, digest.hexdigest()


def pieces_of(texts, program):
    lines = "".join(" ".join(text.split("\n")) + "\n" for text in texts)
    out = subprocess.run([program], input=lines.encode(), capture_output=True, check=True).stdout.decode().splitlines()
    return [json.loads(line)["pieces"] for line in out]


def matrix(lists, columns):
    """One row a text; each piece that has a column weighs 1 / sqrt(how many of them there are)."""
    starts, indices, values = [0], [], []
    for pieces in lists:
        found = [columns[piece] for piece in pieces if piece in columns]
        indices += found
        values += [1 / max(1, len(found)) ** 0.5] * len(found)
        starts.append(len(indices))
    return csr_matrix((values, indices, starts), shape=(len(lists), len(columns)))


class Fit:
    """Fits the weights that are free, and the bias, beside weights that are fixed. Each kind counts the same."""

    def __init__(self, features, labels, kinds):
        self.x = features
        self.xt = features.T.tocsr()
        self.labels = labels
        self.kinds = kinds
        self.wanted = np.eye(kinds)[labels]
        self.share = (len(labels) / (kinds * np.bincount(labels)))[labels]

    def run(self, free, start, bias, fixed=None, steps=80):
        index = np.flatnonzero(free.ravel())
        base = 0 if fixed is None else self.x @ fixed
        rows = np.arange(len(self.labels))

        def loss(vector):
            weights = np.zeros(free.size)
            weights[index] = vector[: len(index)]
            z = base + self.x @ weights.reshape(free.shape) + vector[len(index) :]
            z = z - z.max(1, keepdims=True)
            e = np.exp(z)
            total = e.sum(1, keepdims=True)
            error = self.share[:, None] * (e / total - self.wanted)
            value = -(self.share * (z[rows, self.labels] - np.log(total[:, 0]))).sum()
            value += LAMBDA / 2 * (vector[: len(index)] ** 2).sum()
            slope = (self.xt @ error).ravel()[index] + LAMBDA * vector[: len(index)]
            return value, np.concatenate([slope, error.sum(0)])

        begin = np.concatenate([start.ravel()[index], bias])
        end = minimize(loss, begin, jac=True, method="L-BFGS-B", options={"maxiter": steps}).x
        weights = np.zeros(free.size)
        weights[index] = end[: len(index)]
        return weights.reshape(free.shape), end[len(index) :]


def lasso(features, labels, kinds):
    """Weights of which most are zero (L1), by FISTA (Beck and Teboulle 2009) over a falling penalty."""
    share = (len(labels) / (kinds * np.bincount(labels)))[labels]
    wanted = np.eye(kinds)[labels]
    transposed = features.T.tocsr()
    vector = np.ones(features.shape[1])
    for _ in range(20):  # the largest eigenvalue bounds the curvature
        vector = transposed @ (share * (features @ vector))
        size = np.linalg.norm(vector)
        vector /= size
    step = 2 / size
    weights, bias = np.zeros((features.shape[1], kinds)), np.zeros(kinds)
    for penalty in PENALTIES:
        ahead, ahead_bias, pace = weights, bias, 1.0
        for _ in range(150):
            z = features @ ahead + ahead_bias
            e = np.exp(z - z.max(1, keepdims=True))
            error = share[:, None] * (e / e.sum(1, keepdims=True) - wanted)
            moved = ahead - step * (transposed @ error)
            moved = np.sign(moved) * np.maximum(np.abs(moved) - step * penalty, 0)
            moved_bias = ahead_bias - error.sum(0) / len(labels)
            next_pace = (1 + np.sqrt(1 + 4 * pace**2)) / 2
            ahead = moved + (pace - 1) / next_pace * (moved - weights)
            ahead_bias = moved_bias + (pace - 1) / next_pace * (moved_bias - bias)
            weights, bias, pace = moved, moved_bias, next_pace
    return weights, bias


def in_levels(fit, free, weights, bias):
    """Whole numbers, the unit, and the bias."""
    unit = np.percentile(np.abs(weights[free]), 99.7) / LEVELS[-1]
    done = np.zeros_like(free)
    fixed = np.zeros_like(weights)
    for share in (0.3, 0.6, 0.8, 0.93, 1.0):
        left = free & ~done
        count = int(share * free.sum()) - int(done.sum())
        size = np.where(left, np.abs(weights), -1).ravel()
        now = np.zeros(free.size, bool)
        now[np.argsort(-size, kind="stable")[:count]] = True
        now = now.reshape(free.shape)
        nearest = LEVELS[np.abs(np.abs(weights / unit)[:, :, None] - LEVELS).argmin(2)] * np.sign(weights)
        fixed[now] = nearest[now] * unit
        done |= now
        rest, bias = fit.run(free & ~done, np.where(done, 0, weights), bias, fixed, steps=60)
        weights = fixed + rest
    return np.round(fixed / unit).astype(int), unit, bias


def written(number):
    return LETTERS[MORE] * (number // MORE) + LETTERS[number % MORE]


def main(program):
    pairs, digest = sentences()
    kinds = sorted({kind for _, kind in pairs})
    labels = np.array([kinds.index(kind) for _, kind in pairs])
    lists = pieces_of([text for text, _ in pairs], program)
    counts = {}
    for pieces in lists:
        for piece in pieces:
            counts[piece] = counts.get(piece, 0) + 1
    every = sorted(piece for piece, count in counts.items() if count >= TEXTS)
    weights, bias = lasso(matrix(lists, {piece: i for i, piece in enumerate(every)}), labels, len(kinds))
    kept = np.flatnonzero(np.abs(weights).sum(1))
    columns = [every[i] for i in kept]
    fit = Fit(matrix(lists, {piece: i for i, piece in enumerate(columns)}), labels, len(kinds))
    free = weights[kept] != 0
    whole, unit, bias = in_levels(fit, free, *fit.run(free, weights[kept], bias, steps=60))
    flat = whole.T.ravel()  # kind by kind: a kind's weights are alike, which brotli finds
    at = np.flatnonzero(flat)
    signs = {level * sign: letter for letter, (level, sign) in zip("abcdefgABCDEFG", [(l, s) for s in (1, -1) for l in LEVELS])}
    model = {
        "sentences": digest,
        "kinds": kinds,
        "unit": round(unit / np.log(2) * 65536),  # of the sum of weights, in 1/65536 of a doubling
        "bias": [round(b / np.log(2) * 256) for b in bias],  # in 1/256 of a doubling
        "pieces": "".join(written(gap) for gap in np.diff([-1, *columns]) - 1),
        "gaps": "".join(written(gap) for gap in np.diff([-1, *at]) - 1),
        "weights": "".join(signs[flat[i]] for i in at),
    }
    (root / "core/words/likeness.json").write_text(json.dumps(model) + "\n", "utf-8")
    z = fit.x @ (whole * unit) + bias
    print(f"{len(pairs)} sentences, {len(kinds)} kinds, {len(columns)} pieces, {len(at)} weights; {(z.argmax(1) == labels).mean():.1%} of its own")


main(sys.argv[1])
