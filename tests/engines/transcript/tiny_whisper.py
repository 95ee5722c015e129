"""A Whisper of 16 dimensions with random weights, as CTranslate2 stores one: it hears three words in all."""

from pathlib import Path
from typing import Any

import numpy as np
from ctranslate2.specs.whisper_spec import WhisperSpec  # type: ignore[import-untyped]
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers

WIDTH, HEADS, MELS = 16, 2, 80
POSITIONS_HEARD, POSITIONS_SAID = 1500, 448
WORDS = ("la", "run", "no")
LIKED = {**{f"Ġ{word}": 6.0 for word in WORDS}, "<|4.00|>": 4.5, "<|endoftext|>": 5.0}
"""How much more than others a token is said, so that it ends soon."""
SPECIAL = (
    *("<|endoftext|>", "<|startoftranscript|>", "<|en|>", "<|translate|>", "<|transcribe|>"),
    *("<|startoflm|>", "<|startofprev|>", "<|nospeech|>", "<|notimestamps|>"),
    *(f"<|{place * 0.02:.2f}|>" for place in range(1501)),
)


def write_tiny_whisper(folder: Path) -> Path:
    """A model in English only; equal at every call."""
    folder.mkdir(parents=True)
    tokenizer = _tokenizer()
    tokenizer.save(str(folder / "tokenizer.json"))
    vocabulary = [tokenizer.id_to_token(place) or "" for place in range(tokenizer.get_vocab_size())]
    spec = WhisperSpec(1, HEADS, 1, HEADS)
    spec.register_vocabulary(vocabulary)
    spec.config.suppress_ids = []
    spec.config.suppress_ids_begin = []
    spec.config.lang_ids = []
    spec.config.alignment_heads = [(0, 0)]
    _fill(spec, vocabulary, np.random.default_rng(5))
    spec.validate()
    spec.optimize()
    spec.save(str(folder))
    return folder


def _tokenizer() -> Tokenizer:
    vocabulary = {letter: place for place, letter in enumerate(sorted(pre_tokenizers.ByteLevel.alphabet()))}
    merges = []
    for word in WORDS:
        known = "Ġ"
        for letter in word:
            if known + letter not in vocabulary:
                merges.append((known, letter))
                vocabulary[known + letter] = len(vocabulary)
            known += letter
    tokenizer = Tokenizer(models.BPE(vocabulary, merges))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([AddedToken(name, special=True) for name in SPECIAL])
    return tokenizer


def _fill(spec: WhisperSpec, vocabulary: list[str], random: np.random.Generator) -> None:
    def some(*shape: int) -> Any:  # noqa: ANN401 - whatever the specification holds
        return (random.normal(0, 0.3, shape)).astype(np.float32)

    def linear(layer: Any, out: int, into: int) -> None:  # noqa: ANN401
        layer.weight, layer.bias = some(out, into), some(out)

    def norm(layer: Any) -> None:  # noqa: ANN401
        layer.gamma, layer.beta = np.ones(WIDTH, np.float32), np.zeros(WIDTH, np.float32)

    def ways(layer: Any, crossed: Any = None) -> None:  # noqa: ANN401
        norm(layer.self_attention.layer_norm)
        linear(layer.self_attention.linear[0], 3 * WIDTH, WIDTH)
        linear(layer.self_attention.linear[1], WIDTH, WIDTH)
        if crossed is not None:
            norm(crossed.layer_norm)
            for part, size in zip(crossed.linear, (WIDTH, 2 * WIDTH, WIDTH), strict=True):
                linear(part, size, WIDTH)
        norm(layer.ffn.layer_norm)
        linear(layer.ffn.linear_0, 4 * WIDTH, WIDTH)
        linear(layer.ffn.linear_1, WIDTH, 4 * WIDTH)

    encoder, decoder = spec.encoder, spec.decoder
    encoder.conv1.weight, encoder.conv1.bias = some(WIDTH, MELS, 3), some(WIDTH)
    encoder.conv2.weight, encoder.conv2.bias = some(WIDTH, WIDTH, 3), some(WIDTH)
    encoder.position_encodings.encodings = some(POSITIONS_HEARD, WIDTH)
    norm(encoder.layer_norm)
    for layer in encoder.layer:
        ways(layer)
    decoder.embeddings.weight = some(len(vocabulary), WIDTH)
    decoder.position_encodings.encodings = some(POSITIONS_SAID, WIDTH)
    norm(decoder.layer_norm)
    for layer in decoder.layer:
        ways(layer, layer.attention)
    decoder.projection.weight = some(len(vocabulary), WIDTH) * 0.3
    decoder.projection.bias = np.array([LIKED.get(token, 0.0) for token in vocabulary], np.float32)
