-- Whether a video has a sound track; null for what was uploaded before anybody looked, and for what is no video.
alter table asset add column sound boolean;
