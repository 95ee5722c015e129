"""What an animal looks like, as a row of a table."""
# ruff: noqa: E501 - a row of a table is one line

from dataclasses import dataclass

from reelhouse.engines.image.illustrating.colours import darker
from reelhouse.engines.image.illustrating.things.thing import Style


@dataclass(frozen=True, slots=True)
class Coat:
    """Colours and the kinds of its parts; `light` is for belly and cheeks, `marks` for stripes and the like.

    `mark` and `eye` without a colour are made from the fur.
    """

    fur: str
    light: str = "#fff1de"
    ears: str = "round"
    muzzle: str = "bear"
    tail: str = "none"
    marks: tuple[str, ...] = ()
    mark: str = ""
    inner: str = "#ffb9b0"
    eye: str = ""

    def worn(self, style: Style) -> "Coat":
        """The coat in the colour that the words gave it."""
        fur = style.own(self.fur)
        return Coat(
            fur, self.light, self.ears, self.muzzle, self.tail, self.marks, self.mark or darker(fur, 0.55),
            self.inner, self.eye,
        )  # fmt: skip


COATS = {
    "cat": Coat("#e79a54", ears="pointed", muzzle="cat", tail="long", marks=("brow",), mark="#a8622c", eye="#7fc08a"),
    "dog": Coat("#c98d56", "#fff4e3", "floppy", "dog", "long", ("tongue",), inner="#8d5a34"),
    "fox": Coat("#ec7a35", "#fff6ea", "pointed", "fox", "brush", ("tips",), "#3a2630", "#4a2f36"),
    "wolf": Coat("#8d97a8", "#f1f3f7", "pointed", "fox", "brush", ("brow",), "#4b5364", "#5b6475", "#e8c257"),
    "bear": Coat("#9a6640", "#dfb990", "round", "bear", "puff", inner="#c99a70"),
    "polar bear": Coat("#f0f2f6", "#ffffff", "round", "bear", "puff", inner="#cfd6e0"),
    "panda": Coat("#f6f6f4", "#ffffff", "round", "bear", "none", ("patches", "sleeves"), "#2c2b36", "#2c2b36"),
    "koala": Coat("#9aa2ae", "#e6e9ee", "fluffy", "koala", "none", inner="#e9c9cf"),
    "lion": Coat("#e9b35c", "#fff0d0", "round", "cat", "tuft", ("mane",), "#a85f2b", "#c98d56"),
    "tiger": Coat("#f08c34", "#fff4e2", "round", "cat", "ringed", ("stripes",), "#33272c", "#3b2c2c", "#e6c84f"),
    "leopard": Coat("#edb95e", "#fff3da", "round", "cat", "long", ("spots",), "#6b4526", "#8d5f34", "#8ac06a"),
    "rabbit": Coat("#d8cdc4", "#ffffff", "long", "rabbit", "puff", inner="#f6b6bd"),
    "mouse": Coat("#a8a6b3", "#eeecef", "large", "mouse", "thin", inner="#f3b3bd"),
    "hamster": Coat("#e3a965", "#fff6e6", "round", "mouse", "none", ("cheeks",), "#f3a79a", "#f3b9a8"),
    "squirrel": Coat("#b8683a", "#ffe9cf", "tufted", "mouse", "plume", inner="#8a4a28"),
    "raccoon": Coat("#8c8f9a", "#eceef2", "pointed", "fox", "ringed", ("bandit",), "#33343f", "#5a5d69"),
    "hedgehog": Coat("#e2b88d", "#fbe8d0", "round", "mouse", "none", ("spines",), "#6a4a38", "#c9906a"),
    "monkey": Coat("#8a5a3a", "#f0c9a0", "side", "monkey", "curl", ("face",), inner="#f0c9a0"),
    "gorilla": Coat("#4a4a55", "#8b8a94", "small", "monkey", "none", ("face",), inner="#77767f"),
    "pig": Coat("#f5a9b4", "#fbcbd0", "leaf", "pig", "spring", mark="#d9707f", inner="#e88794"),
    "cow": Coat("#fafafa", "#ffd9cf", "leaf", "cow", "tuft", ("horns", "blotches"), "#3a3640", "#f0b4ae"),
    "sheep": Coat("#efe7de", "#ffffff", "leaf", "sheep", "puff", ("wool",), "#fffdf8", "#f2c1b7"),
    "goat": Coat("#e9e2d8", "#ffffff", "leaf", "sheep", "puff", ("horns", "beard"), "#8b7a66", "#e9b9ae"),
    "deer": Coat("#c08a58", "#f8e6cc", "leaf", "deer", "puff", ("antlers", "dapples"), "#8a6242", "#f0cdb0"),
    "horse": Coat("#9c623c", "#e8c9a8", "upright", "horse", "flow", ("forelock", "blaze"), "#4a2c1e", "#d99a80"),
    "zebra": Coat("#f5f4f0", "#ffffff", "upright", "horse", "tuft", ("forelock", "bars"), "#2e2c34", "#b9b6bb"),
    "unicorn": Coat("#fdf7ff", "#ffe6f2", "upright", "horse", "flow", ("forelock", "horn"), "#c58cf0", "#ffc4dd"),
    "giraffe": Coat("#f2c46a", "#fff0cf", "leaf", "horse", "tuft", ("ossicones", "patchwork"), "#b5722f", "#f0b98a"),
    "elephant": Coat("#9aa5b8", "#c3cbd9", "sails", "trunk", "thin", inner="#d9b4bc"),
    "hippo": Coat("#9b8ea6", "#c9b7c6", "small", "hippo", "thin", inner="#e3a9b4"),
    "rhino": Coat("#8f97a3", "#b9c0ca", "upright", "hippo", "thin", ("rhino horn",), "#e9e4d8", "#c9b2b6"),
    "kangaroo": Coat("#c4895a", "#f3d9b8", "long", "deer", "long", inner="#f0b9a4"),
    "frog": Coat("#6fbf4f", "#e3f3b0", "eyes", "frog", "none", inner="#ffffff"),
    "dinosaur": Coat("#5fb06a", "#e9efb2", "none", "dino", "saurian", ("plates",), "#e5823a"),
    "dragon": Coat("#c9403f", "#f6c86a", "none", "dino", "saurian", ("plates", "drake horns", "wings"), "#f0a63c"),
    "crocodile": Coat("#5d9a4e", "#e6e7a8", "eyes", "croc", "saurian", ("plates",), "#3f7038"),
    "sloth": Coat("#a08468", "#efdcc0", "none", "bear", "none", ("sleepy",), "#5f4634"),
    "beaver": Coat("#80542f", "#d9a873", "round", "beaver", "paddle", inner="#b98556"),
    "owl": Coat("#8a6a4a", "#f3e3c4", "horned", "owl", "none", ("bird",), "#6a4d33", "#e0a640"),
    "penguin": Coat("#34374a", "#ffffff", "none", "beak", "none", ("bird", "bib"), "#ffffff", "#f5a623"),
    "duck": Coat("#f9d54a", "#fff2b0", "none", "bill", "none", ("bird",), "#e0ac2c", "#f28c28"),
    "chicken": Coat("#fbf7ee", "#ffffff", "none", "beak", "none", ("bird", "comb"), "#d8383c", "#f2a93b"),
    "alien": Coat("#7fd06a", "#b9eea0", "feelers", "alien", "none", mark="#4f9a44"),
}  # fmt: skip
"""The animals that sit, or stand up when somebody dresses them."""
