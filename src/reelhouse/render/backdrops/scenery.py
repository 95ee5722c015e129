from PIL import Image
def paint_backdrop(kind, accent, width, height):
    return Image.new("RGBA", (width, height), "#cfd8dc")
