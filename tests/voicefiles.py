"""A generated Piper voice of a kilobyte in, real sound out of the real runtime: a tone for each phoneme, with noise.

As a true voice it takes ids, their number and three scales, and gives audio and, where wanted, the frames of each id.
"""

import json
from pathlib import Path
from typing import Literal

import onnx
from onnx import TensorProto, helper

RATE = 22_050
HOP = 256
Frames = Literal["told", "hidden", "none"]
"""Whether the model gives the frames of each id, keeps them to itself, or counts none that could be found."""
FRAMES = 5
"""For each id at the usual speed."""
PHONEMES = (
    "_^$ !',-.:;?abcdefghijklmnopqrstuvwxyzæçðøħŋœǀǃɐɑɒɓɔɕɖɗɘəɚɛɜ"
    "ɞɟɠɡɢɣɤɥɦɧɨɪɫɬɭɮɯɰɱɲɳɴɵɶɸɹɺɻɽɾʀʁʂʃʄʈʉʊʋʌʍʎʏʐʑʒʔʕʘʙʛʜʝʟʡʢʲˈˌːˑ˞βθχᵻⱱ̧̩̃ɝʷ"
)


def write_voice(
    folder: Path,
    name: str = "xx_YY-tone-low",
    *,
    loudness: float = 0.1,
    frames: Frames = "told",
    speakers: tuple[str, ...] = (),
    rate: int = RATE,
) -> Path:
    """Write a voice and its settings into a folder and return the model's path."""
    path = folder / f"{name}.onnx"
    path.write_bytes(_model(loudness, frames=frames, has_speakers=bool(speakers)).SerializeToString())
    settings = {
        "audio": {"sample_rate": rate, "quality": "low"},
        "espeak": {"voice": "en-us"},
        "language": {"code": "en_US", "name_english": "English"},
        "phoneme_type": "espeak",
        "num_symbols": len(PHONEMES),
        "num_speakers": max(len(speakers), 1),
        "speaker_id_map": {speaker: number for number, speaker in enumerate(speakers)},
        "inference": {"noise_scale": 0.5, "length_scale": 1, "noise_w": 0.5},
        "hop_length": HOP,
        "phoneme_id_map": {phoneme: [number] for number, phoneme in enumerate(PHONEMES)},
    }
    path.with_name(f"{path.name}.json").write_text(json.dumps(settings), encoding="utf-8")
    return path


SPEAKING = [
    helper.make_node("Cast", ["sid"], ["who"], to=TensorProto.FLOAT),
    helper.make_node("Mul", ["who", "apart"], ["higher"]),
    helper.make_node("Add", ["turn", "higher"], ["own_turn"]),
]
"""Each further speaker has a higher tone."""


def _model(loudness: float, *, frames: Frames, has_speakers: bool) -> onnx.ModelProto:
    """Return a graph: each id sounds for ceil(FRAMES * length_scale) frames, as a tone with a little noise."""
    constants: dict[str, tuple[list[int], list[float]]] = {
        "zero": ([], [0.0]),
        "frames_of_one": ([], [float(FRAMES)]),
        "hop": ([], [float(HOP)]),
        "loudness": ([], [loudness]),
        "turn": ([], [0.3]),
        "noise_share": ([], [0.05]),
        "apart": ([], [0.1]),
    }
    numbers: dict[str, int | list[int]] = {
        "first": [1],
        "second": [2],
        "axis": [0],
        "ends": [-1],
        "start": 0,
        "step": 1,
        "shape": [1, 1, 1, -1],
    }
    nodes = [
        helper.make_node("Slice", ["scales", "first", "second", "axis"], ["length_scale"]),
        helper.make_node("Mul", ["length_scale", "frames_of_one"], ["wanted"]),
        helper.make_node("Cast", ["input"], ["ids"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["ids", "zero"], ["nothing"]),
        helper.make_node("Add", ["nothing", "wanted"], ["widths"]),
        helper.make_node("Round" if frames == "none" else "Ceil", ["widths"], ["frames"]),
        helper.make_node("ReduceSum", ["frames"], ["all_frames"], keepdims=0),
        helper.make_node("Mul", ["all_frames", "hop"], ["all_samples"]),
        helper.make_node("Cast", ["all_samples"], ["count"], to=TensorProto.INT64),
        helper.make_node("Range", ["start", "count", "step"], ["places"]),
        helper.make_node("Cast", ["places"], ["times"], to=TensorProto.FLOAT),
        *(SPEAKING if has_speakers else [helper.make_node("Identity", ["turn"], ["own_turn"])]),
        helper.make_node("Mul", ["times", "own_turn"], ["angles"]),
        helper.make_node("Sin", ["angles"], ["tone"]),
        helper.make_node("RandomNormalLike", ["tone"], ["noise"]),
        helper.make_node("Mul", ["noise", "noise_share"], ["hiss"]),
        helper.make_node("Add", ["tone", "hiss"], ["alive"]),
        helper.make_node("Mul", ["alive", "loudness"], ["loud"]),
        helper.make_node("Reshape", ["loud", "shape"], ["output"]),
    ]
    outputs = [helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, 1, 1, None])]
    if frames == "told":
        outputs.append(helper.make_tensor_value_info("frames", TensorProto.FLOAT, [1, None]))
    graph = helper.make_graph(
        nodes,
        "tone",
        [
            helper.make_tensor_value_info("input", TensorProto.INT64, [1, None]),
            helper.make_tensor_value_info("input_lengths", TensorProto.INT64, [1]),
            helper.make_tensor_value_info("scales", TensorProto.FLOAT, [3]),
            *([helper.make_tensor_value_info("sid", TensorProto.INT64, [1])] if has_speakers else []),
        ],
        outputs,
        [
            *(helper.make_tensor(name, TensorProto.FLOAT, *each) for name, each in constants.items()),
            *(
                helper.make_tensor(
                    name,
                    TensorProto.INT64,
                    [len(each)] if isinstance(each, list) else [],
                    [each] if isinstance(each, int) else each,
                )
                for name, each in numbers.items()
            ),
        ],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
