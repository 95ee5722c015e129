"""Writes random models of a few thousand weights into a folder: ``python tiny_models.py FOLDER``.

Run as a program, so that who tests need not load torch. They are what diffusers saves of the real classes,
with a text encoder that reads single bytes.
"""

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import torch
from diffusers import (
    AceStepConditionEncoder,
    AceStepPipeline,
    AceStepTransformer1DModel,
    AutoencoderKLLTX2Audio,
    AutoencoderKLLTX2Video,
    AutoencoderKLLTXVideo,
    AutoencoderKLQwenImage,
    AutoencoderOobleck,
    FlowMatchEulerDiscreteScheduler,
    LTX2Pipeline,
    LTX2VideoTransformer3DModel,
    LTXConditionPipeline,
    LTXPipeline,
    LTXVideoTransformer3DModel,
    QwenImagePipeline,
    QwenImageTransformer2DModel,
)
from diffusers.pipelines.ltx2.connectors import LTX2TextConnectors
from diffusers.pipelines.ltx2.vocoder import LTX2Vocoder
from tokenizers import pre_tokenizers
from transformers import (
    Gemma3Config,
    Gemma3ForConditionalGeneration,
    Qwen2_5_VLConfig,
    Qwen2_5_VLForConditionalGeneration,
    Qwen2Tokenizer,
    Qwen3Config,
    Qwen3Model,
    T5Config,
    T5EncoderModel,
)
from transformers.models.qwen2_vl.image_processing_pil_qwen2_vl import Qwen2VLImageProcessorPil

MARKS = (
    *("<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|vision_start|>", "<|vision_end|>"),
    *("<|image_pad|>", "<|video_pad|>", "<|vision_pad|>"),
)
LETTERS = {
    letter: number for number, letter in enumerate([*sorted(pre_tokenizers.ByteLevel.alphabet()), *MARKS])
}
HEADS: dict[str, Any] = {
    "hidden_size": 16,
    "intermediate_size": 16,
    "num_attention_heads": 2,
}
LAYER: dict[str, Any] = {**HEADS, "num_hidden_layers": 1, "num_key_value_heads": 1, "head_dim": 8}


def tokenizer() -> Qwen2Tokenizer:
    return Qwen2Tokenizer(
        vocab=dict(LETTERS), merges=[], extra_special_tokens=list(MARKS[1:]), model_max_length=64
    )


def qwen(folder: Path) -> None:
    rope = {"rope_type": "default", "mrope_section": [1, 1, 2], "rope_theta": 1e6}
    words = Qwen2_5_VLConfig(
        text_config={
            **HEADS,
            "num_hidden_layers": 1,
            "num_key_value_heads": 2,
            "vocab_size": len(LETTERS),
            "rope_parameters": rope,
        },
        vision_config={
            "depth": 1,
            "hidden_size": 16,
            "intermediate_size": 16,
            "num_heads": 2,
            "out_hidden_size": 16,
            "window_size": 56,
            "fullatt_block_indexes": [0],
        },
        vision_start_token_id=LETTERS["<|vision_start|>"],
        vision_end_token_id=LETTERS["<|vision_end|>"],
        image_token_id=LETTERS["<|image_pad|>"],
        video_token_id=LETTERS["<|video_pad|>"],
    )
    QwenImagePipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(),
        vae=AutoencoderKLQwenImage(
            base_dim=4,
            z_dim=4,
            dim_mult=[1, 1, 1, 1],
            num_res_blocks=1,
            latents_mean=[0.0] * 4,
            latents_std=[1.0] * 4,
        ),
        text_encoder=Qwen2_5_VLForConditionalGeneration(words),
        tokenizer=tokenizer(),
        transformer=QwenImageTransformer2DModel(
            in_channels=16,
            out_channels=4,
            num_layers=1,
            attention_head_dim=16,
            num_attention_heads=2,
            joint_attention_dim=16,
            axes_dims_rope=(4, 6, 6),
        ),
    ).save_pretrained(folder)


def edits(source: Path, folder: Path, pipeline: str) -> None:
    """The same weights, and what makes them see: saved by hand, for transformers wants torchvision for it."""
    shutil.copytree(source, folder)
    Qwen2VLImageProcessorPil().save_pretrained(folder / "processor")
    index = json.loads((folder / "model_index.json").read_text())
    index |= {"_class_name": pipeline, "processor": ["transformers", "Qwen2VLProcessor"]}
    (folder / "model_index.json").write_text(json.dumps(index))


def ltx(folder: Path, pipeline: type[LTXPipeline | LTXConditionPipeline]) -> None:
    pipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(),
        vae=AutoencoderKLLTXVideo(
            latent_channels=8,
            block_out_channels=(8,) * 4,
            decoder_block_out_channels=(8,) * 4,
            layers_per_block=(1,) * 5,
            decoder_layers_per_block=(1,) * 5,
        ),
        text_encoder=T5EncoderModel(
            T5Config(vocab_size=len(LETTERS), d_model=16, d_kv=8, d_ff=16, num_layers=1, num_heads=2)
        ),
        tokenizer=tokenizer(),
        transformer=LTXVideoTransformer3DModel(
            in_channels=8,
            out_channels=8,
            num_attention_heads=2,
            attention_head_dim=8,
            cross_attention_dim=16,
            num_layers=1,
            caption_channels=16,
        ),
    ).save_pretrained(folder)


def ltx_2(folder: Path) -> None:
    eyes = {**HEADS, "num_hidden_layers": 1, "image_size": 28, "patch_size": 14}
    LTX2Pipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(),
        vae=AutoencoderKLLTX2Video(
            latent_channels=4,
            block_out_channels=(8, 16, 32, 64),
            decoder_block_out_channels=(8, 16, 32),
            layers_per_block=(1,) * 5,
            decoder_layers_per_block=(1,) * 4,
            spatial_compression_ratio=32,
            temporal_compression_ratio=8,
        ),
        audio_vae=AutoencoderKLLTX2Audio(
            base_channels=4, ch_mult=(1,), num_res_blocks=1, resolution=32, latent_channels=2, mel_bins=8
        ),
        text_encoder=Gemma3ForConditionalGeneration(
            Gemma3Config(
                text_config={**LAYER, "vocab_size": len(LETTERS)}, vision_config=eyes, mm_tokens_per_image=1
            )
        ),
        tokenizer=tokenizer(),
        connectors=LTX2TextConnectors(
            caption_channels=16,
            text_proj_in_factor=2,
            video_connector_num_attention_heads=2,
            video_connector_attention_head_dim=8,
            video_connector_num_layers=1,
            video_connector_num_learnable_registers=None,
            audio_connector_num_attention_heads=2,
            audio_connector_attention_head_dim=8,
            audio_connector_num_layers=1,
            audio_connector_num_learnable_registers=None,
            connector_rope_base_seq_len=32,
            rope_double_precision=False,
            rope_type="split",
        ),
        transformer=LTX2VideoTransformer3DModel(
            in_channels=4,
            out_channels=4,
            num_attention_heads=2,
            attention_head_dim=8,
            cross_attention_dim=16,
            audio_in_channels=4,
            audio_out_channels=4,
            audio_num_attention_heads=2,
            audio_attention_head_dim=8,
            audio_cross_attention_dim=16,
            num_layers=1,
            caption_channels=16,
            rope_double_precision=False,
            rope_type="split",
        ),
        vocoder=LTX2Vocoder(
            in_channels=16,
            hidden_channels=32,
            upsample_kernel_sizes=[4, 4],
            upsample_factors=[2, 2],
            resnet_kernel_sizes=[3],
            resnet_dilations=[[1, 3, 5]],
        ),
    ).save_pretrained(folder)


def ace_step(folder: Path) -> None:
    AceStepPipeline(
        vae=AutoencoderOobleck(
            encoder_hidden_size=6,
            downsampling_ratios=[2, 4, 5, 6, 8],
            decoder_channels=4,
            decoder_input_channels=8,
            channel_multiples=[1] * 5,
            sampling_rate=48_000,
        ),
        text_encoder=Qwen3Model(Qwen3Config(vocab_size=len(LETTERS), **LAYER)),
        tokenizer=tokenizer(),
        transformer=AceStepTransformer1DModel(
            **LAYER, in_channels=24, audio_acoustic_hidden_dim=8, is_turbo=True
        ),
        condition_encoder=AceStepConditionEncoder(
            **{name: value for name, value in LAYER.items() if name != "num_hidden_layers"},
            text_hidden_dim=16,
            timbre_hidden_dim=8,
            num_lyric_encoder_hidden_layers=1,
            num_timbre_encoder_hidden_layers=1,
        ),
        scheduler=FlowMatchEulerDiscreteScheduler(num_train_timesteps=1, shift=1.0),
    ).save_pretrained(folder)


def main(folder: Path) -> None:
    torch.manual_seed(0)
    qwen(folder / "qwen")
    edits(folder / "qwen", folder / "qwen-edit", "QwenImageEditPipeline")
    edits(folder / "qwen", folder / "qwen-edit-plus", "QwenImageEditPlusPipeline")
    ltx(folder / "ltx", LTXConditionPipeline)
    ltx(folder / "ltx-first", LTXPipeline)
    ltx_2(folder / "ltx-2")
    ace_step(folder / "ace-step")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
