"""Distils a table of word vectors from sentence-embedding models.

A sentence model embeds every word of a list by itself; centring, principal components and rounding to eight bits make
a table that needs no model at run time. Vectors of several models are joined before the components are taken.

    python3 distil.py --words words.txt --dims 256 --out en.pwv \
        --model MODEL.onnx:TOKENIZER.json:cls [--model OTHER.onnx:TOKENIZER.json:mean]

Needs numpy, onnxruntime and tokenizers. File format: see core/src/language/word-vectors.ts.
"""

import argparse
import struct

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

BATCH = 128
LONGEST = 64


def embed(words, spec):
    """One unit vector per word from one model; `spec` is onnx:tokenizer:pooling (cls or mean)."""
    onnx, tokenizer_path, pooling = spec.rsplit(":", 2)
    tokenizer = Tokenizer.from_file(tokenizer_path)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    session = onnxruntime.InferenceSession(onnx)
    inputs = [i.name for i in session.get_inputs()]
    encoded = [tokenizer.encode(w).ids[:LONGEST] for w in words]
    order = sorted(range(len(words)), key=lambda i: len(encoded[i]))
    vectors = None
    for at in range(0, len(order), BATCH):
        batch = order[at : at + BATCH]
        length = max(len(encoded[j]) for j in batch)
        ids = np.zeros((len(batch), length), np.int64)
        mask = np.zeros((len(batch), length), np.int64)
        for row, j in enumerate(batch):
            ids[row, : len(encoded[j])] = encoded[j]
            mask[row, : len(encoded[j])] = 1
        feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        out = session.run(None, {name: feed[name] for name in inputs})[0]
        pooled = out[:, 0] if pooling == "cls" else (out * mask[..., None]).sum(1) / mask.sum(1, keepdims=True)
        pooled = pooled / np.linalg.norm(pooled, axis=1, keepdims=True)
        if vectors is None:
            vectors = np.zeros((len(words), pooled.shape[1]), np.float32)
        vectors[batch] = pooled
    return vectors


def joined(parts):
    """Each model counts alike: centred, and scaled to the same mean length."""
    scaled = []
    for v in parts:
        centred = v - v.mean(0)
        scaled.append(centred / np.sqrt((centred**2).sum(1).mean()))
    return np.concatenate(scaled, axis=1)


def reduced(vectors, dims):
    _, components = np.linalg.eigh(vectors.T @ vectors / len(vectors))
    projected = vectors @ components[:, ::-1][:, :dims]
    return projected / (np.linalg.norm(projected, axis=1, keepdims=True) + 1e-9)


def write(path, words, vectors):
    scale = 127 / np.abs(vectors).max(axis=1, keepdims=True)
    rows = np.round(vectors * scale).astype(np.int8)
    text = "\n".join(words).encode("utf-8")
    with open(path, "wb") as f:
        f.write(b"PWV1" + struct.pack("<III", len(words), vectors.shape[1], len(text)) + text + rows.tobytes())


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", required=True)
    parser.add_argument("--dims", type=int, required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--model", action="append", required=True)
    args = parser.parse_args()
    with open(args.words, encoding="utf-8") as f:
        words = [w for w in f.read().split("\n") if w]
    write(args.out, words, reduced(joined([embed(words, spec) for spec in args.model]), args.dims))


if __name__ == "__main__":
    main()
