import React from "react";
import {
  AbsoluteFill,
  Audio,
  Img,
  interpolate,
  OffthreadVideo,
  Sequence,
  staticFile,
  useCurrentFrame,
  useVideoConfig,
} from "remotion";

const GROUP = 3;

const Captions = ({ words, until }) => {
  const { fps } = useVideoConfig();
  const now = useCurrentFrame() / fps;
  const groups = [];
  for (let first = 0; first < words.length; first += GROUP) groups.push(words.slice(first, first + GROUP));
  const group = groups.findLast((found) => found[0][1] <= now && now < until);
  if (!group) return null;
  return (
    <AbsoluteFill style={{ top: "60%", alignItems: "center" }}>
      <style>{`@font-face { font-family: Caption; src: url(${staticFile("caption.ttf")}) }`}</style>
      <div style={{ fontFamily: "Caption", fontSize: 72, display: "flex", gap: 24 }}>
        {group.map(([text, starts, ends]) => (
          <span
            key={starts}
            style={{
              color: starts <= now && now < ends ? "#ffe600" : "#fff",
              WebkitTextStroke: "14px #000",
              paintOrder: "stroke fill",
              transform: `scale(${starts <= now && now < ends ? 1.1 : 1})`,
            }}
          >
            {text.toUpperCase()}
          </span>
        ))}
      </div>
    </AbsoluteFill>
  );
};

const Picture = ({ from, length }) => {
  const frame = useCurrentFrame();
  const scale = interpolate(frame, [0, length], [1.05, 1.3]);
  const cover = { width: "100%", height: "100%", objectFit: "cover" };
  return (
    <AbsoluteFill style={{ opacity: interpolate(frame, [0, 12], [0, 1], { extrapolateRight: "clamp" }) }}>
      <Img src={staticFile("picture.png")} style={{ ...cover, transform: `scale(${scale})` }} />
      <div style={{ position: "absolute", right: 48, bottom: 380, width: 420, height: 500, borderRadius: 40, overflow: "hidden" }}>
        <OffthreadVideo muted src={staticFile("presenter.mp4")} startFrom={from} style={cover} />
      </div>
    </AbsoluteFill>
  );
};

export const Yardstick = ({ cuts, voice_starts: starts, words }) => {
  const { fps } = useVideoConfig();
  const [talk, show, end] = cuts.map((cut) => Math.round(cut * fps));
  const speaks = words.length ? [starts * fps, words.at(-1)[2] * fps] : [0, 0];
  return (
    <AbsoluteFill style={{ backgroundColor: "#000" }}>
      <Sequence durationInFrames={talk + 12}>
        <OffthreadVideo muted src={staticFile("presenter.mp4")} />
      </Sequence>
      <Sequence from={talk} durationInFrames={show - talk}>
        <Picture from={talk} length={show - talk} />
      </Sequence>
      <Sequence from={show} durationInFrames={end - show}>
        <Img src={staticFile("card.png")} />
      </Sequence>
      <Captions words={words} until={cuts[1]} />
      <Sequence from={Math.round(starts * fps)}>
        <Audio src={staticFile("voice.wav")} />
      </Sequence>
      <Audio src={staticFile("music.wav")} volume={(f) => (speaks[0] < f && f < speaks[1] ? 0.25 : 0.7)} />
    </AbsoluteFill>
  );
};
