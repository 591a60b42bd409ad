"""Embedding models: what is read without torch equals what sentence-transformers computes."""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from szassist.errors import ModelError
from szassist.search.embed import StaticEmbedder, TransformerEmbedder, load_embedder

MakeModel = Callable[..., Path]
TEXTS = ["垃圾分类", "到2025年完成", "水", "水水水", "不在词表里的字水", "水" * 2000]


def test_a_static_folder_gives_the_vectors_sentence_transformers_gives(make_model: MakeModel) -> None:
    from sentence_transformers import SentenceTransformer

    folder = make_model()
    theirs = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    expected = theirs.encode(TEXTS, normalize_embeddings=True, convert_to_numpy=True)
    assert np.abs(load_embedder(str(folder)).encode(TEXTS) - expected).max() < 1e-4


def test_a_folder_that_sentence_transformers_saved_is_read_the_same_without_it(
    make_model: MakeModel, tmp_path: Path
) -> None:
    from sentence_transformers import SentenceTransformer

    theirs = SentenceTransformer(str(make_model()), device="cpu", local_files_only=True).half()
    theirs.save(str(tmp_path / "saved"), create_model_card=False)
    ours = load_embedder(str(tmp_path / "saved"))
    assert isinstance(ours, StaticEmbedder)
    expected = theirs.encode(TEXTS, normalize_embeddings=True, convert_to_numpy=True).astype(np.float32)
    assert np.abs(ours.encode(TEXTS) - expected).max() < 2e-3  # theirs averages in half precision, ours in single


def test_a_folder_of_another_make_is_left_to_sentence_transformers(make_model: MakeModel, tmp_path: Path) -> None:
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Dense

    static = SentenceTransformer(str(make_model()), device="cpu", local_files_only=True)
    theirs = SentenceTransformer(modules=[*static, Dense(16, 4)], device="cpu")
    theirs.save(str(tmp_path / "other"), create_model_card=False)
    ours = load_embedder(str(tmp_path / "other"))
    assert isinstance(ours, TransformerEmbedder)
    assert (ours.name, ours.dimension) == ("other", 4)
    vectors = ours.encode(["水", "", "垃圾"])
    assert not vectors[1].any()
    assert vectors[[0, 2]] == pytest.approx(theirs.encode(["水", "垃圾"], normalize_embeddings=True), abs=1e-6)
    (tmp_path / "other" / "1_Dense" / "model.safetensors").write_bytes(b"")
    with pytest.raises(ModelError, match="it cannot be loaded"):
        load_embedder(str(tmp_path / "other"))


def test_vectors_have_unit_length_and_single_precision(make_model: MakeModel) -> None:
    embedder = load_embedder(str(make_model()))
    vectors = embedder.encode(TEXTS)
    assert vectors.dtype == np.float32
    assert vectors.shape == (len(TEXTS), embedder.dimension) == (6, 16)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(6))


def test_an_empty_text_gives_zeros_and_no_text_no_rows(make_model: MakeModel) -> None:
    embedder = load_embedder(str(make_model()))
    assert not embedder.encode(["", " \n"]).any()
    assert embedder.encode([]).shape == (0, 16)


def test_script_width_and_case_make_no_difference(make_model: MakeModel) -> None:
    vectors = load_embedder(str(make_model(characters="空气质量pm25"))).encode(["空氣質量ＰＭ２５", "空气质量pm25"])
    assert vectors[0] == pytest.approx(vectors[1])


def test_the_fingerprint_is_that_of_weights_and_tokenizer_and_of_nothing_else(make_model: MakeModel) -> None:
    folder = make_model()
    before = load_embedder(str(folder)).fingerprint
    (folder / "README.md").write_text("a word about it")
    assert load_embedder(str(folder)).fingerprint == before
    assert load_embedder(str(make_model("same"))).fingerprint == before
    assert load_embedder(str(make_model("weights", seed=1))).fingerprint != before
    assert load_embedder(str(make_model("characters", characters="水0123"))).fingerprint != before


def test_the_name_is_that_of_the_folder(make_model: MakeModel) -> None:
    assert load_embedder(f"{make_model('policy')}/").name == "policy"


def test_threads_can_share_a_model(make_model: MakeModel) -> None:
    embedder = load_embedder(str(make_model()))
    expected = embedder.encode(TEXTS)
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(lambda _: embedder.encode(TEXTS), range(200)))
    assert all(np.array_equal(result, expected) for result in results)


def test_a_static_model_is_used_without_importing_torch(make_model: MakeModel) -> None:
    code = (
        "import sys; from szassist.search.embed import load_embedder;"
        f"load_embedder({str(make_model())!r}).encode(['水']);"
        "heavy = {'torch', 'sentence_transformers', 'transformers', 'model2vec'} & set(sys.modules);"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "model", ["/no/such/folder", "./no-such-folder", "no/such/folder", "~/no-such-folder-at-all"]
)
def test_a_missing_folder_names_setting_value_and_remedy(model: str) -> None:
    with pytest.raises(ModelError) as caught:
        load_embedder(model)
    assert str(caught.value) == (
        f"SZASSIST_EMBEDDING_MODEL={model}: there is no such folder; name a folder with a model or unset it"
    )


def test_a_folder_without_a_model_says_so(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="the folder holds no sentence-transformers model"):
        load_embedder(str(tmp_path))


@pytest.mark.parametrize("file", ["model.safetensors", "tokenizer.json"])
def test_a_damaged_file_is_one_clear_error(file: str, make_model: MakeModel) -> None:
    folder = make_model()
    (folder / file).write_bytes(b"version https://git-lfs.github.com/spec/v1\n")
    with pytest.raises(ModelError, match="its files cannot be read") as caught:
        load_embedder(str(folder))
    assert "\n" not in str(caught.value)
    assert str(folder) in str(caught.value)


def test_a_tokenizer_of_another_model_is_noticed(make_model: MakeModel) -> None:
    large, small = make_model("large"), make_model("small", characters="水")
    (small / "tokenizer.json").write_bytes((large / "tokenizer.json").read_bytes())
    with pytest.raises(ModelError, match="do not belong together"):
        load_embedder(str(small))


def test_a_hub_model_that_is_not_cached_fails_in_one_line_when_the_hub_is_out_of_reach(tmp_path: Path) -> None:
    code = (
        "import sys, time; from szassist.search.embed import load_embedder; from szassist.errors import ModelError\n"
        "import sentence_transformers; started = time.monotonic()\n"
        "try: load_embedder('nobody/no-such-model')\n"
        "except ModelError as error: print(time.monotonic() - started, error)"
    )
    # Port 9 of this machine is closed: the connection is refused at once, as it is where there is no network.
    environment = {"HF_HOME": str(tmp_path), "HF_ENDPOINT": "http://127.0.0.1:9", "PATH": ""}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    seconds, message = done.stdout.strip().split(" ", 1)
    assert message.startswith(
        "SZASSIST_EMBEDDING_MODEL=nobody/no-such-model: there is no such folder and no such model"
    )
    assert message.endswith("connect to the hub once, or unset it")
    assert done.stderr.strip() == ""
    assert float(seconds) < 10


def test_a_hub_model_that_is_cached_is_used_without_asking_the_hub(make_model: MakeModel, tmp_path: Path) -> None:
    cache = tmp_path / "hf" / "hub" / "models--nobody--tiny"
    (cache / "refs").mkdir(parents=True)
    (cache / "refs" / "main").write_text("0" * 40)
    (cache / "snapshots").mkdir()
    make_model().rename(cache / "snapshots" / ("0" * 40))
    code = (
        "from szassist.search.embed import load_embedder; model = load_embedder('nobody/tiny');"
        "print(model.name, model.dimension, len(model.fingerprint), model.encode(['水', '']).any(axis=1))"
    )
    environment = {"HF_HOME": str(tmp_path / "hf"), "HF_ENDPOINT": "http://127.0.0.1:9", "PATH": ""}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=environment)
    assert (done.stdout, done.stderr) == ("nobody/tiny 16 64 [ True False]\n", "")
