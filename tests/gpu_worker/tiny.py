"""Tiny random checkpoints: the real layouts and classes, a few thousand weights, made in a second. Used by every test that renders for real."""

from __future__ import annotations

import string
import warnings
from pathlib import Path
from typing import Any

MODEL = "skyreels-v2-df-1.3b-540p"


def tokenizer() -> Any:
    """A SentencePiece-like tokenizer that knows single letters. Written down, not trained: training numbers its pieces anew in every process."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors
    from transformers import PreTrainedTokenizerFast

    pieces = ["<pad>", "</s>", "<unk>", "\u2581", *string.ascii_lowercase, *string.digits, *",.'-"]
    made = Tokenizer(models.Unigram([(piece, -1.0) for piece in pieces], unk_id=pieces.index("<unk>"), byte_fallback=False))
    made.pre_tokenizer, made.decoder = pre_tokenizers.Metaspace(), decoders.Metaspace()
    made.post_processor = processors.TemplateProcessing(single="$A </s>", special_tokens=[("</s>", pieces.index("</s>"))])
    return PreTrainedTokenizerFast(tokenizer_object=made, pad_token="<pad>", eos_token="</s>", unk_token="<unk>", model_max_length=512)


def umt5() -> Any:
    from transformers import UMT5Config, UMT5EncoderModel

    return UMT5EncoderModel(UMT5Config(vocab_size=256, d_model=32, d_kv=8, d_ff=37, num_layers=2, num_heads=4, feed_forward_proj="gated-gelu"))


def wan_vae() -> Any:
    import torch
    from diffusers import AutoencoderKLWan

    made = AutoencoderKLWan(base_dim=3, z_dim=16, dim_mult=[1, 1, 1, 1], num_res_blocks=1, temperal_downsample=[False, True, True])
    with torch.no_grad():
        made.encoder.conv_out.weight *= 30  # untrained, it would make nearly the same latents of all pictures
    return made


def attentive(transformer: Any) -> Any:
    """The same transformer, hearing what it is given: untrained, words and pictures would move single bytes of what it makes."""
    import torch

    with torch.no_grad():
        for name, weight in transformer.named_parameters():
            if "attn" in name and name.endswith(("to_v.weight", "to_out.0.weight")):
                weight *= 4
    return transformer


def skyreels(folder: Path, seed: int = 0) -> Path:
    """A SkyReels V2 diffusion forcing checkpoint in `folder`, as the hub lays it out. Returns the folder."""
    import torch
    from diffusers import SkyReelsV2DiffusionForcingPipeline, SkyReelsV2Transformer3DModel, UniPCMultistepScheduler

    with warnings.catch_warnings(), torch.random.fork_rng():
        warnings.simplefilter("ignore")
        torch.manual_seed(seed)
        transformer = SkyReelsV2Transformer3DModel(
            patch_size=(1, 2, 2), num_attention_heads=2, attention_head_dim=12, in_channels=16, out_channels=16, text_dim=32, freq_dim=256, ffn_dim=32,
            num_layers=2, cross_attn_norm=True, qk_norm="rms_norm_across_heads", rope_max_seq_len=64, inject_sample_info=True,
        )  # fmt: skip
        scheduler = UniPCMultistepScheduler(flow_shift=8.0, use_flow_sigmas=True, prediction_type="flow_prediction")
        SkyReelsV2DiffusionForcingPipeline(
            tokenizer=tokenizer(), text_encoder=umt5(), transformer=attentive(transformer), vae=wan_vae(), scheduler=scheduler
        ).save_pretrained(folder)
    return folder


def model_dir(folder: Path) -> Path:
    """A `SYSRAI_MODEL_DIR` in which the smallest SkyReels V2 is found. Returns the directory."""
    skyreels(folder / MODEL)
    return folder


def vace(folder: Path, seed: int = 0) -> Path:
    """A Wan VACE checkpoint in `folder`. Returns the folder."""
    import torch
    from diffusers import UniPCMultistepScheduler, WanVACEPipeline, WanVACETransformer3DModel

    with torch.random.fork_rng():
        torch.manual_seed(seed)
        transformer = WanVACETransformer3DModel(
            patch_size=(1, 2, 2), num_attention_heads=2, attention_head_dim=12, in_channels=16, out_channels=16, text_dim=32, freq_dim=64, ffn_dim=32,
            num_layers=3, cross_attn_norm=True, qk_norm="rms_norm_across_heads", rope_max_seq_len=64, vace_layers=[0, 2], vace_in_channels=96,
        )  # fmt: skip
        for block in transformer.vace_blocks:  # untrained, what is given would not be heard at all
            torch.nn.init.normal_(block.proj_out.weight, std=2.0)
        scheduler = UniPCMultistepScheduler(flow_shift=3.0, use_flow_sigmas=True, prediction_type="flow_prediction")
        WanVACEPipeline(tokenizer=tokenizer(), text_encoder=umt5(), transformer=attentive(transformer), vae=wan_vae(), scheduler=scheduler).save_pretrained(
            folder
        )
    return folder


def helios(folder: Path, seed: int = 0) -> Path:
    """A Helios Distilled checkpoint in `folder`. Returns the folder."""
    import torch
    from diffusers import HeliosDMDScheduler, HeliosPyramidPipeline, HeliosTransformer3DModel

    with torch.random.fork_rng():
        torch.manual_seed(seed)
        transformer = HeliosTransformer3DModel(
            patch_size=(1, 2, 2), num_attention_heads=2, attention_head_dim=12, in_channels=16, out_channels=16, text_dim=32, freq_dim=64, ffn_dim=32,
            num_layers=2, rope_dim=(4, 4, 4),
        )  # fmt: skip
        HeliosPyramidPipeline(
            tokenizer=tokenizer(), text_encoder=umt5(), transformer=attentive(transformer), vae=wan_vae(), scheduler=HeliosDMDScheduler(), is_distilled=True
        ).save_pretrained(folder)
    return folder


def ltx(folder: Path, seed: int = 0) -> Path:
    """An LTX Video checkpoint in `folder`. Returns the folder."""
    import torch
    from diffusers import AutoencoderKLLTXVideo, FlowMatchEulerDiscreteScheduler, LTXConditionPipeline, LTXVideoTransformer3DModel
    from transformers import T5Config, T5EncoderModel

    with torch.random.fork_rng():
        torch.manual_seed(seed)
        text_encoder = T5EncoderModel(T5Config(vocab_size=256, d_model=32, d_kv=8, d_ff=37, num_layers=2, num_heads=4, feed_forward_proj="gated-gelu"))
        transformer = LTXVideoTransformer3DModel(
            in_channels=8, out_channels=8, patch_size=1, patch_size_t=1, num_attention_heads=4, attention_head_dim=8, cross_attention_dim=32, num_layers=2,
            caption_channels=32,
        )  # fmt: skip
        vae = AutoencoderKLLTXVideo(
            in_channels=3, out_channels=3, latent_channels=8, block_out_channels=(8, 8, 8, 8), decoder_block_out_channels=(8, 8, 8, 8),
            layers_per_block=(1, 1, 1, 1, 1), decoder_layers_per_block=(1, 1, 1, 1, 1), spatio_temporal_scaling=(True, True, False, False),
            decoder_spatio_temporal_scaling=(True, True, False, False), decoder_inject_noise=(False, False, False, False, False),
            upsample_residual=(False, False, False, False), upsample_factor=(1, 1, 1, 1), timestep_conditioning=False, patch_size=4, patch_size_t=1,
            encoder_causal=True, decoder_causal=False,
        )  # fmt: skip
        LTXConditionPipeline(
            tokenizer=tokenizer(), text_encoder=text_encoder, transformer=attentive(transformer), vae=vae, scheduler=FlowMatchEulerDiscreteScheduler()
        ).save_pretrained(folder)
    return folder
