/** An SVG of the pane as a picture. */
/** Styles a picture needs when it stands alone, without the pane's style sheets. */
const STANDING = ["fill", "stroke", "stroke-width", "font-size", "font-weight", "font-family", "text-anchor"];

/**
 * The bytes of a PNG with an SVG element as it stands, at twice its size.
 * @throws Error where the browser cannot draw it
 */
export async function pictureOf(svg: SVGSVGElement, background: string): Promise<Uint8Array> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = svg.querySelectorAll<SVGElement>("*");
  copy.querySelectorAll<SVGElement>("*").forEach((element, index) => {
    const style = getComputedStyle(originals[index]!);
    for (const property of STANDING) element.setAttribute(property, style.getPropertyValue(property));
    element.removeAttribute("class");
  });
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return pictureOfText({ svg: new XMLSerializer().serializeToString(copy), width, height }, background);
}

/**
 * The bytes of a PNG with an SVG that stands alone, at twice its size.
 * @throws Error where the browser cannot draw it
 */
export async function pictureOfText(
  { svg, width, height }: { readonly svg: string; readonly width: number; readonly height: number },
  background = "#ffffff",
): Promise<Uint8Array> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * 2;
  canvas.height = height * 2;
  const context = canvas.getContext("2d")!;
  context.fillStyle = background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob === null) throw new Error("the canvas gave no picture");
  return new Uint8Array(await blob.arrayBuffer());
}
