"""The nodes that a ComfyUI server of the tests knows: what they take and give, as ``/object_info`` tells it.

Written down from the definitions in ComfyUI's ``nodes.py`` and ``comfy_extras``.
"""

from dataclasses import dataclass, field

LINKS = frozenset({"MODEL", "CLIP", "VAE", "CONDITIONING", "LATENT", "IMAGE", "MASK", "AUDIO", "VIDEO"}) | {
    "NOISE", "GUIDER", "SAMPLER", "SIGMAS", "CLIP_VISION", "CLIP_VISION_OUTPUT", "VOXEL", "MESH", "FILE_3D",
    "BACKGROUND_REMOVAL", "SHAPE_SUBDIVIDES", "*",
}  # fmt: skip

MODEL_INPUTS = ("_name", "_name1", "_name2", "text_encoder")
LEAST = {"width": 16, "height": 16, "length": 1, "steps": 1, "frames_number": 1, "seed": 0, "noise_seed": 0}
FILES = {"LoadImage": "image", "LoadAudio": "audio", "LoadVideo": "file"}


@dataclass(frozen=True)
class NodeClass:
    """`required` and `optional` are types by the names of inputs."""

    required: dict[str, str]
    outputs: tuple[str, ...] = ()
    optional: dict[str, str] = field(default_factory=dict)
    saves: bool = False

    def told(self, models: list[str]) -> dict[str, object]:
        """`models` are the choices of every loader."""

        def input_of(name: str, kind: str) -> list[object]:
            if kind != "COMBO" or not name.endswith(MODEL_INPUTS):
                return [kind, {}]
            return [models, {}] if name == "ckpt_name" else ["COMBO", {"options": models}]

        return {
            "input": {
                "required": {name: input_of(name, kind) for name, kind in self.required.items()},
                "optional": {name: input_of(name, kind) for name, kind in self.optional.items()},
            },
            "output": list(self.outputs),
            "output_node": self.saves,
        }


def _node(required: str, outputs: str = "", optional: str = "", *, saves: bool = False) -> NodeClass:
    """``"image:IMAGE steps:INT"`` — names and types."""

    def split(told: str) -> dict[str, str]:
        return dict(pair.split(":") for pair in told.split())

    return NodeClass(split(required), tuple(outputs.split()), split(optional), saves)


GUIDED = "positive:CONDITIONING negative:CONDITIONING"
CLASSES = {
    "UNETLoader": _node("unet_name:COMBO weight_dtype:COMBO", "MODEL"),
    "CLIPLoader": _node("clip_name:COMBO type:COMBO", "CLIP", "device:COMBO"),
    "DualCLIPLoader": _node("clip_name1:COMBO clip_name2:COMBO type:COMBO", "CLIP", "device:COMBO"),
    "VAELoader": _node("vae_name:COMBO", "VAE"),
    "CheckpointLoaderSimple": _node("ckpt_name:COMBO", "MODEL CLIP VAE"),
    "ImageOnlyCheckpointLoader": _node("ckpt_name:COMBO", "MODEL CLIP_VISION VAE"),
    "CLIPVisionLoader": _node("clip_name:COMBO", "CLIP_VISION"),
    "LoadBackgroundRemovalModel": _node("bg_removal_name:COMBO", "BACKGROUND_REMOVAL"),
    "LTXAVTextEncoderLoader": _node("text_encoder:COMBO ckpt_name:COMBO device:COMBO", "CLIP"),
    "LTXVAudioVAELoader": _node("ckpt_name:COMBO", "VAE"),
    "LoadImage": _node("image:COMBO", "IMAGE MASK"),
    "LoadAudio": _node("audio:COMBO", "AUDIO"),
    "LoadVideo": _node("file:COMBO", "VIDEO"),
    "GetVideoComponents": _node("video:VIDEO", "IMAGE AUDIO FLOAT"),
    "CLIPTextEncode": _node("text:STRING clip:CLIP", "CONDITIONING"),
    "TextEncodeQwenImageEditPlus": _node(
        "clip:CLIP prompt:STRING", "CONDITIONING", "vae:VAE image1:IMAGE image2:IMAGE image3:IMAGE"
    ),
    "ConditioningZeroOut": _node("conditioning:CONDITIONING", "CONDITIONING"),
    "EmptySD3LatentImage": _node("width:INT height:INT batch_size:INT", "LATENT"),
    "ModelSamplingAuraFlow": _node("model:MODEL shift:FLOAT", "MODEL"),
    "ModelSamplingSD3": _node("model:MODEL shift:FLOAT", "MODEL"),
    "CFGNorm": _node("model:MODEL strength:FLOAT", "MODEL"),
    "CFGOverride": _node("model:MODEL cfg:FLOAT start_percent:FLOAT end_percent:FLOAT", "MODEL"),
    "RescaleCFG": _node("model:MODEL multiplier:FLOAT", "MODEL"),
    "KSampler": _node(
        f"model:MODEL {GUIDED} latent_image:LATENT seed:INT steps:INT cfg:FLOAT sampler_name:COMBO "
        "scheduler:COMBO denoise:FLOAT",
        "LATENT",
    ),
    "VAEDecode": _node("samples:LATENT vae:VAE", "IMAGE"),
    "VAEDecodeTiled": _node(
        "samples:LATENT vae:VAE tile_size:INT overlap:INT temporal_size:INT temporal_overlap:INT", "IMAGE"
    ),
    "VAEDecodeAudio": _node("samples:LATENT vae:VAE", "AUDIO"),
    "SaveImage": _node("images:IMAGE filename_prefix:STRING", saves=True),
    "PreviewImage": _node("images:IMAGE", saves=True),
    "SaveAudio": _node("audio:AUDIO filename_prefix:STRING", saves=True),
    "SaveVideo": _node("video:VIDEO filename_prefix:STRING format:COMBO codec:COMBO", saves=True),
    "SaveGLB": _node("mesh:MESH|FILE_3D filename_prefix:STRING", saves=True),
    "CreateVideo": _node("images:IMAGE fps:FLOAT", "VIDEO", "audio:AUDIO"),
    "TextEncodeAceStepAudio1.5": _node(
        "clip:CLIP tags:STRING lyrics:STRING seed:INT bpm:INT duration:FLOAT timesignature:COMBO "
        "language:COMBO keyscale:COMBO generate_audio_codes:BOOLEAN cfg_scale:FLOAT temperature:FLOAT "
        "top_p:FLOAT top_k:INT min_p:FLOAT",
        "CONDITIONING",
    ),
    "EmptyAceStep1.5LatentAudio": _node("seconds:FLOAT batch_size:INT", "LATENT"),
    "EmptyLTXVLatentVideo": _node("width:INT height:INT length:INT batch_size:INT", "LATENT"),
    "LTXVConditioning": _node(f"{GUIDED} frame_rate:FLOAT", "CONDITIONING CONDITIONING"),
    "LTXVPreprocess": _node("image:IMAGE img_compression:INT", "IMAGE"),
    "LTXVImgToVideoInplace": _node(
        "vae:VAE image:IMAGE latent:LATENT strength:FLOAT bypass:BOOLEAN", "LATENT"
    ),
    "LTXVAddGuide": _node(
        f"{GUIDED} vae:VAE latent:LATENT image:IMAGE frame_idx:INT strength:FLOAT",
        "CONDITIONING CONDITIONING LATENT",
    ),
    "LTXVCropGuides": _node(f"{GUIDED} latent:LATENT", "CONDITIONING CONDITIONING LATENT"),
    "LTXVEmptyLatentAudio": _node("frames_number:INT frame_rate:INT batch_size:INT audio_vae:VAE", "LATENT"),
    "LTXVAudioVAEEncode": _node("audio:AUDIO audio_vae:VAE", "LATENT"),
    "LTXVAudioVAEDecode": _node("samples:LATENT audio_vae:VAE", "AUDIO"),
    "SolidMask": _node("value:FLOAT width:INT height:INT", "MASK"),
    "SetLatentNoiseMask": _node("samples:LATENT mask:MASK", "LATENT"),
    "ComfySwitchNode": _node("switch:BOOLEAN on_false:* on_true:*", "*"),
    "LTXVConcatAVLatent": _node("video_latent:LATENT audio_latent:LATENT", "LATENT"),
    "LTXVSeparateAVLatent": _node("av_latent:LATENT", "LATENT LATENT"),
    "RandomNoise": _node("noise_seed:INT", "NOISE"),
    "CFGGuider": _node(f"model:MODEL {GUIDED} cfg:FLOAT", "GUIDER"),
    "KSamplerSelect": _node("sampler_name:COMBO", "SAMPLER"),
    "LTXVScheduler": _node(
        "steps:INT max_shift:FLOAT base_shift:FLOAT stretch:BOOLEAN terminal:FLOAT", "SIGMAS", "latent:LATENT"
    ),
    "SamplerCustomAdvanced": _node(
        "noise:NOISE guider:GUIDER sampler:SAMPLER sigmas:SIGMAS latent_image:LATENT", "LATENT LATENT"
    ),
    "RemoveBackground": _node("image:IMAGE bg_removal_model:BACKGROUND_REMOVAL", "MASK"),
    "ImageCropToMask": _node(
        "images:IMAGE masks:MASK width:INT height:INT pad_factor:FLOAT grow_mask:INT background:STRING",
        "IMAGE",
    ),
    "Trellis2Conditioning": _node(
        "clip_vision_model:CLIP_VISION image:IMAGE", "CONDITIONING CONDITIONING"
    ),
    "EmptyTrellis2LatentStructure": _node("batch_size:INT", "LATENT"),
    "VaeDecodeStructureTrellis2": _node("samples:LATENT vae:VAE resolution:COMBO", "VOXEL"),
    "Trellis2ShapeStage": _node(f"{GUIDED} voxel:VOXEL", "CONDITIONING CONDITIONING LATENT"),
    "Trellis2UpsampleStage": _node(
        f"{GUIDED} shape_latent:LATENT vae:VAE target_resolution:COMBO", "CONDITIONING CONDITIONING LATENT"
    ),
    "VaeDecodeShapeTrellis": _node("samples:LATENT vae:VAE", "MESH SHAPE_SUBDIVIDES"),
    "Trellis2TextureStage": _node(f"{GUIDED} shape_latent:LATENT", "CONDITIONING CONDITIONING LATENT"),
    "VaeDecodeTextureTrellis": _node("samples:LATENT vae:VAE shape_subdivides:SHAPE_SUBDIVIDES", "VOXEL"),
    "RemeshMesh": _node("mesh:MESH resolution:INT sign_mode:COMBO band:FLOAT", "MESH"),
    "DecimateMesh": _node("mesh:MESH target_face_count:INT placement_mode:COMBO", "MESH"),
    "MeshSmoothNormals": _node("mesh:MESH crease_angle:FLOAT", "MESH"),
    "UnwrapMesh": _node("mesh:MESH segmenter:COMBO resolution:INT padding:INT weld_distance:FLOAT", "MESH"),
    "BakeTextureFromVoxel": _node(
        "mesh:MESH voxel_colors:VOXEL texture_size:INT", "IMAGE IMAGE IMAGE", "reference_mesh:MESH"
    ),
    "ApplyTextureToMesh": _node("mesh:MESH base_color:IMAGE", "MESH", "metallic:IMAGE roughness:IMAGE"),
    "MeshToFile3D": _node("mesh:MESH", "FILE_3D"),
    "CLIPVisionEncode": _node("clip_vision:CLIP_VISION image:IMAGE crop:COMBO", "CLIP_VISION_OUTPUT"),
    "Hunyuan3Dv2Conditioning": _node(
        "clip_vision_output:CLIP_VISION_OUTPUT", "CONDITIONING CONDITIONING"
    ),
    "EmptyLatentHunyuan3Dv2": _node("resolution:INT batch_size:INT", "LATENT"),
    "VAEDecodeHunyuan3D": _node("samples:LATENT vae:VAE num_chunks:INT octree_resolution:INT", "VOXEL"),
    "VoxelToMesh": _node("voxel:VOXEL algorithm:COMBO threshold:FLOAT", "MESH"),
}  # fmt: skip
